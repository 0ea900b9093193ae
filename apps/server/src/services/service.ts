/** A role of the process: started once, stopped once. */
export interface RunningService {
  readonly name: string;
  /** Takes nothing new, ends what runs, at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}
