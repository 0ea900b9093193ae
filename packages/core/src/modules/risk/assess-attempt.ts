import type { Currency } from "@smplat/contracts/vocabulary";
import type { Scope, Tx } from "#infrastructure/database";
import { currentContext } from "#infrastructure/logger";
import type { Clock } from "#kernel/clock";
import { newId } from "#kernel/id";
import type { PaymentCard } from "#modules/payments";
import type { SocialAccounts } from "#modules/social-accounts";
import { type Assessment, isNotable } from "./assessment.ts";
import { observeAttempt } from "./attempt-repository.ts";
import { isDisposable } from "./disposable-domains.ts";
import { evaluateRisk } from "./evaluate-risk.ts";
import { type createKeyMaker, domainOf } from "./identity-keys.ts";
import type { RefusedProduct } from "./refusal.ts";
import { insertRefusal } from "./refusal-repository.ts";
import { factsOf } from "./risk-facts.ts";
import { insertAssessment } from "./risk-repository.ts";

export interface RiskDeps {
  readonly clock: Clock;
  readonly socialAccounts: Pick<SocialAccounts, "findByIds">;
  readonly keyMaker: ReturnType<typeof createKeyMaker>;
}

/** An attempt to check out, as checkout sees it. */
export interface CheckoutAttempt {
  readonly cartId: string;
  readonly ownerId: string;
  readonly paymentMethodId: string;
  /** Null when the processor could not tell. */
  readonly card: PaymentCard | null;
  readonly email: string;
  readonly address: { readonly line1: string; readonly postalCode: string; readonly country: string };
  /** Null when nobody knows where the request came from. */
  readonly ip: string | null;
  readonly deviceId: string | null;
  /** The channels bought for. */
  readonly accountIds: readonly string[];
  readonly totalMinor: number;
  readonly currency: Currency;
  readonly products: readonly RefusedProduct[];
  /** Whether the buyer has proven every one of them. Asked only when it could change the decision. */
  readonly hasProvenChannels: () => Promise<boolean>;
}

/**
 * Writes an attempt down and judges it by what is remembered of whatever it shares with others. Nothing it reads grows
 * with the past: each key is read to a fixed depth. One statement, one more for carts with channels.
 */
export async function assessAttempt(deps: RiskDeps, scope: Scope, attempt: CheckoutAttempt): Promise<Assessment> {
  const at = deps.clock.wall();
  const { email, ownerId, cartId, paymentMethodId, card } = attempt;
  const channels = await channelsOf(deps, scope, attempt.accountIds);
  const { person, keys, network } = deps.keyMaker.keysOf({
    email,
    ownerId,
    cardFingerprint: card?.fingerprint ?? null,
    ip: attempt.ip ?? "",
    address: attempt.address,
    deviceId: attempt.deviceId,
    channels,
  });
  const ip = network === null ? null : attempt.ip;
  const { history, lists, enforcementPercent } = await observeAttempt(scope, {
    ...{ cartId, paymentMethodId, at, person, keys, ip },
  });
  const country = card?.country ?? null;
  const known = {
    ...{ at, person, keys },
    disposable: isDisposable(domainOf(email)),
    cardFromElsewhere: country === null ? null : country !== attempt.address.country,
  };
  const judge = (channelProven: boolean) => evaluateRisk(factsOf({ ...known, channelProven }, history), lists, at);
  const first = judge(false);
  const isOpen = first.rule === null && first.decision !== "allow" && attempt.accountIds.length > 0;
  const evaluation = isOpen && (await attempt.hasProvenChannels()) ? judge(true) : first;
  const id = newId("rsk");
  return {
    ...evaluation,
    ...{ id, cartId, ownerId, at, keys, network },
    orderId: null,
    enforced: isEnforced(cartId, enforcementPercent),
    review: "none",
    version: 1,
  };
}

/** The platforms' own ids; a channel nobody could read yet is told apart by its handle. */
async function channelsOf(deps: RiskDeps, scope: Scope, accountIds: readonly string[]): Promise<string[]> {
  const accounts = await deps.socialAccounts.findByIds(scope, [...new Set(accountIds)]);
  return accounts.map(
    ({ platform, platformUserId, handle }) => `${platform} ${platformUserId ?? `@${handle.toLowerCase()}`}`,
  );
}

/** Which carts a turned-down dial spares: the same one every time it is asked about. */
export function isEnforced(cartId: string, percent: number): boolean {
  let hash = 0x811c9dc5;
  for (const letter of cartId) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 100 < percent;
}

/** Keeps an assessment with its order, if there is anything to explain. A review waits for a person from now on. */
export async function recordAssessment(tx: Tx, assessment: Assessment, orderId: string): Promise<void> {
  if (!isNotable(assessment)) return;
  const isWaiting = assessment.enforced && assessment.decision === "review";
  await insertAssessment(tx, { ...assessment, orderId, review: isWaiting ? "open" : "none" });
}

/**
 * Keeps a refusal, and by which reference its shopper finds a person who looks at it. The transaction that found out was
 * rolled back, and with it the attempt: it is written down again.
 */
export async function recordRefusal(
  deps: RiskDeps,
  tx: Tx,
  attempt: CheckoutAttempt,
  assessment: Assessment,
): Promise<void> {
  const { cartId, at, keys } = assessment;
  const person = deps.keyMaker.personOf(attempt.email);
  await observeAttempt(tx, { cartId, paymentMethodId: attempt.paymentMethodId, at, person, keys, ip: null });
  await insertAssessment(tx, assessment);
  const { email, totalMinor, currency, products } = attempt;
  const reference = currentContext()?.requestId ?? assessment.id;
  await insertRefusal(tx, { assessmentId: assessment.id, reference, at, email, totalMinor, currency, products });
}
