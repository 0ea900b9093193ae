/** Where a supplier lives and how to speak to it. */
export interface SupplierAccess {
  readonly apiUrl: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
}
