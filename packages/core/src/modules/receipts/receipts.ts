import type { Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleLocal, type JobHandler } from "#infrastructure/jobs";
import { type Actor, system } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Page } from "#kernel/page";
import type { DeliveryProof } from "#modules/delivery-proof";
import { lineCompleted } from "#modules/fulfillment";
import { type Orders, orderStateChanged } from "#modules/orders";
import { refundSucceeded } from "#modules/payments";
import { eraseValues, getErasure } from "./erase-values.ts";
import { exportProofFile, type ProofDownload } from "./export-proof-file.ts";
import { getDigestPlace, getRoot } from "./get-digest-place.ts";
import { issueCompleted, issueReceipt } from "./issue-receipt.ts";
import { listKeys } from "./list-keys.ts";
import { listRoots } from "./list-roots.ts";
import { publishRoot } from "./publish-root.ts";
import type { DigestPlace, Erasure, PublishedRoot, Receipt, ReceiptKey } from "./receipt.ts";
import { issueReceiptJob, publishRootJob } from "./receipt-jobs.ts";
import { listReceipts } from "./receipt-repository.ts";
import type { ReceiptsDeps } from "./receipts-deps.ts";
import { scheduleChanged, scheduleReceipts } from "./schedule-receipts.ts";
import { readSigningKey } from "./signing-key.ts";

/** Signed proofs of what was delivered, chained per order, published as a tree per day. */
export interface Receipts {
  /** Receipts of an order, oldest first. Throws `order.not-found`, also for orders the actor may not see. */
  list(scope: Scope, actor: Actor, orderId: string): Promise<Receipt[]>;
  /** The file to download. Throws `order.not-found`, `proof.not-found` while nothing was signed. */
  exportFile(scope: Scope, actor: Actor, orderId: string): Promise<ProofDownload>;
  /** Signs what the completed lines of an order still lack and returns the newest receipt of each. No policy. */
  issueForOrder(tx: Tx, orderId: string): Promise<Receipt[]>;
  /** Deletes the personal values behind an order's proofs for good. See {@link eraseValues} for its errors. */
  eraseValues(tx: Tx, actor: Actor, input: { orderId: string; reason: string }): Promise<Erasure>;
  /** Whether, when and why that was done. Throws `order.not-found`. */
  erasure(scope: Scope, actor: Actor, orderId: string): Promise<Erasure | null>;
  /** Keys to check with, retired ones included. Public. */
  keys(scope: Scope): Promise<ReceiptKey[]>;
  /** Published trees, newest first, by cursor. Public. Throws `page.cursor-invalid`. */
  roots(scope: Scope, query: Parameters<typeof listRoots>[1]): Promise<Page<PublishedRoot>>;
  /** Public. Throws `proof.root-not-found`. */
  root(scope: Scope, date: string): Promise<PublishedRoot>;
  /** Public. Throws `proof.not-found`. */
  place(scope: Scope, digest: string): Promise<DigestPlace>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export interface ReceiptsOptions {
  readonly clock: Clock;
  readonly orders: Orders;
  readonly deliveryProof: DeliveryProof;
  /** Ed25519 private key in PEM. */
  readonly signingKey: string;
  readonly shop: ReceiptsDeps["shop"];
}

/** Throws when the signing key is none. */
export function createReceipts({ signingKey, ...options }: ReceiptsOptions): Receipts {
  const deps: ReceiptsDeps = { ...options, key: readSigningKey(signingKey) };
  return {
    list: async (scope, actor, orderId) => {
      const order = await deps.orders.get(scope, actor, orderId);
      return listReceipts(scope, order.id);
    },
    exportFile: (scope, actor, orderId) => exportProofFile(deps, scope, actor, orderId),
    issueForOrder: async (tx, orderId) => {
      const order = await deps.orders.get(tx, system("receipts.issue-for-order"), orderId);
      await issueCompleted(deps, tx, order);
      const newest = new Map((await listReceipts(tx, order.id)).map((receipt) => [receipt.lineId, receipt]));
      return [...newest.values()];
    },
    eraseValues: (tx, actor, input) => eraseValues(deps, tx, actor, input),
    erasure: (scope, actor, orderId) => getErasure(deps, scope, actor, orderId),
    keys: (scope) => listKeys(scope, deps.key),
    roots: listRoots,
    root: getRoot,
    place: getDigestPlace,
    jobs: [
      handleLocal(issueReceiptJob, (tx, occasion) => issueReceipt(deps, tx, occasion)),
      handleLocal(publishRootJob, (tx) => publishRoot(deps, tx)),
    ],
    subscriptions: reactions(deps),
  };
}

function reactions(deps: ReceiptsDeps): readonly Subscription[] {
  const linesOf = async (tx: Tx, orderId: string) =>
    (await deps.orders.get(tx, system("receipts.schedule"), orderId)).lines;
  return [
    subscribe(lineCompleted, "receipts.follow-line", async (tx, { id, payload }) => {
      const { orderId, lineId, recount } = payload;
      if (!recount) scheduleReceipts(tx, payload);
      else scheduleChanged(deps, tx, [{ id: lineId, orderId }], { cause: "evidence", key: id });
    }),
    subscribe(
      orderStateChanged,
      "receipts.follow-refill",
      async (tx, { payload }) => {
        const lines = await linesOf(tx, payload.orderId);
        scheduleChanged(deps, tx, lines, { cause: "refill", key: String(payload.version) });
      },
      ({ from }) => from === "refilling",
    ),
    subscribe(refundSucceeded, "receipts.follow-refund", async (tx, { payload }) => {
      const lines = await linesOf(tx, payload.orderId);
      scheduleChanged(deps, tx, lines, { cause: "refund", key: payload.refundId });
    }),
  ];
}
