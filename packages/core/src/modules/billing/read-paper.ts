import type { Scope } from "#infrastructure/database";
import { StorageUnavailable, type StoredObject } from "#infrastructure/storage";
import type { Actor } from "#kernel/actor";
import type { BillingDeps } from "./billing.ts";
import type { Paper } from "./paper.ts";
import { paperAltered, paperNotFound, papersUnavailable } from "./paper-errors.ts";
import { type FileSought, findFile } from "./paper-repository.ts";
import { sha256Of } from "./store-paper.ts";

/** A file ready to be handed out. */
export interface PaperDownload {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly fileName: string;
}

export type PaperRequest = FileSought;

/**
 * One file of a paper, for whoever may see the order; its bytes are those that were issued. Throws `order.not-found`,
 * `paper.not-found` while it isn't stored, `request.unavailable` when the storage is down.
 */
export async function readPaper(
  deps: Pick<BillingDeps, "orders" | "storage">,
  scope: Scope,
  actor: Actor,
  request: PaperRequest,
): Promise<PaperDownload> {
  await deps.orders.get(scope, actor, request.orderId);
  const found = await findFile(scope, request);
  if (found === null) throw paperNotFound(request.kind);
  const stored = await read(deps, found.file.storageKey);
  if (stored === null || sha256Of(stored.bytes) !== found.file.sha256) throw paperAltered(found.paper.id);
  return { ...stored, fileName: `${nameOf(found.paper)}.${request.format}` };
}

async function read(deps: Pick<BillingDeps, "storage">, key: string): Promise<StoredObject | null> {
  try {
    return await deps.storage.get(key);
  } catch (error) {
    if (error instanceof StorageUnavailable) throw papersUnavailable();
    throw error;
  }
}

function nameOf({ content }: Paper): string {
  const german = content.locale === "de";
  if (content.kind === "invoice") return `${german ? "rechnung" : "invoice"}-${content.number}`;
  if (content.kind === "credit_note") return `${german ? "rechnungskorrektur" : "credit-note"}-${content.number}`;
  return `${german ? "lieferbeleg" : "receipt"}-${content.orderNumber}`;
}
