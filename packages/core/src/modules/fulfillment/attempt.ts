import type { Currency } from "@smplat/contracts/vocabulary";
import type { LineEvidence } from "#modules/orders";
import type { SupplierStatus } from "#modules/suppliers";

/**
 * Where one submit stands. `submitting` and `ambiguous` as the line's; `not_sent`: proven never to have arrived;
 * `refused`: the supplier said no; `accepted`, `completed`, `canceled` as the supplier last said.
 */
export const attemptStates = [
  "submitting",
  "ambiguous",
  "accepted",
  "completed",
  "not_sent",
  "refused",
  "canceled",
] as const;
export type AttemptState = (typeof attemptStates)[number];

/** One submit of a line to one supplier, under a reference of our own that is used once. */
export interface Attempt {
  readonly id: string;
  readonly lineId: string;
  readonly orderId: string;
  readonly number: number;
  readonly providerId: string;
  readonly service: string;
  /** What the supplier knows this submit by: the attempt's own id. */
  readonly reference: string;
  readonly externalId: string | null;
  readonly state: AttemptState;
  /** Supplier's units asked for, and how many of them make one unit of the product. */
  readonly quantity: number;
  readonly unitsPerItem: number;
  readonly costMinor: number | null;
  readonly currency: Currency;
  readonly supplierStatus: SupplierStatus | null;
  readonly supplierDelivered: number;
  /** Business time the newest report speaks of. */
  readonly reportedAt: Date | null;
  /** As the supplier last told it, whether it stands or not. */
  readonly evidence: readonly LineEvidence[];
  /** Addresses of evidence that our own checks found gone: what they stood for does not count. */
  readonly goneAddresses: readonly string[];
  readonly polls: number;
  /** The job that made this submit: only its own retry may take the answer for lost. */
  readonly jobId: string;
  /** Business time. */
  readonly submittedAt: Date;
  /** Wall time of the call, for what the supplier may take to know of it. */
  readonly calledAt: Date;
  /** Business time. */
  readonly checkedAt: Date | null;
  readonly lastError: string | null;
  readonly cancelRequestedAt: Date | null;
  /** Set when nothing more can come of it for the line; then reports of it move nothing. */
  readonly closedAt: Date | null;
}

/**
 * What last went wrong with a submit. A supplier is asked on while its guarantee runs, whether what it delivered still
 * stands: that such a look failed says nothing against the delivery, so it is told apart.
 */
export const troubleOf = ({ state, lastError }: Pick<Attempt, "state" | "lastError">) =>
  state === "completed" ? { lastError: null, laterLookError: lastError } : { lastError, laterLookError: null };

/** Whether what a supplier said last means that it is at work. */
export const isUnderWay = (status: SupplierStatus | null): boolean => status === "accepted" || status === "running";

/** Product units that supplier units amount to: whole ones only. */
export const itemsOf = (supplierUnits: number, unitsPerItem: number): number =>
  Math.floor(supplierUnits / unitsPerItem);

/** What a supplier counts less what our own checks found gone, in the supplier's units, with the evidence that stands. */
export function standingDelivery(
  told: { readonly delivered: number; readonly evidence: readonly LineEvidence[] },
  goneAddresses: readonly string[],
): { readonly delivered: number; readonly evidence: readonly LineEvidence[] } {
  const isGone = ({ url }: LineEvidence) => url !== null && goneAddresses.includes(url);
  const gone = told.evidence.filter(isGone);
  const lost = gone.reduce((sum, entry) => sum + entry.units, 0);
  const evidence = gone.length === 0 ? told.evidence : told.evidence.filter((entry) => !isGone(entry));
  return { delivered: Math.max(0, told.delivered - lost), evidence };
}

/** Public addresses of placements, each once: what can be looked at from outside. */
export const placementsIn = (evidence: readonly LineEvidence[]): string[] => [
  ...new Set(evidence.flatMap(({ kind, url }) => (kind === "placement" && url !== null ? [url] : []))),
];

/** Evidence in product units. Rounds the running sum, so that the entries add up to the whole. */
export function evidenceInItems(evidence: readonly LineEvidence[], unitsPerItem: number): LineEvidence[] {
  if (unitsPerItem === 1) return [...evidence];
  let before = 0;
  return evidence.map((entry) => {
    const units = itemsOf(before + entry.units, unitsPerItem) - itemsOf(before, unitsPerItem);
    before += entry.units;
    return { ...entry, units };
  });
}
