/** A statement that must return no row; each row it returns is a thing that went wrong. */
export interface Invariant {
  readonly id: string;
  readonly says: string;
  readonly sql: string;
}
