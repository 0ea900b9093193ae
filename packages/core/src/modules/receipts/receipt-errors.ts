import { DomainError } from "#kernel/domain-error";

/** No receipt of ours has this digest. */
export const receiptNotFound = (digest: string) => new DomainError("proof.not-found", { digest });

/** No tree was published for the day: it isn't over, or nothing was issued. */
export const rootNotFound = (date: string) => new DomainError("proof.root-not-found", { date });

/** Only an admin erases: it can't be undone. */
export const erasureForbidden = () => new DomainError("auth.forbidden", { action: "erase-values" });

/** The order has no signed proof yet. */
export const noReceipts = (orderId: string) => new DomainError("proof.not-found", { orderId });
