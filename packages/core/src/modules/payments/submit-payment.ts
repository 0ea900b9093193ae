import { isDomainError } from "#kernel/domain-error";
import { applyIntent } from "./apply-intent.ts";
import { type Payment, settledStates } from "./payment.ts";
import { paymentNotFound } from "./payment-errors.ts";
import { findPayment } from "./payment-repository.ts";
import type { PaymentDeps } from "./payments.ts";
import type { ProcessorIntent } from "./processors/processor.ts";

/**
 * Asks the processor to charge an attempt, with no transaction open. The attempt's id is the key: asked twice, it is
 * charged once and both get the same answer.
 */
export function charge(deps: PaymentDeps, payment: Payment): Promise<ProcessorIntent> {
  const { id, orderId, amountMinor, currency, paymentMethodId, returnUrl, authenticationDemanded } = payment;
  return deps.processor.charge({
    ...{ paymentId: id, orderId, amountMinor, currency, paymentMethodId, returnUrl, authenticationDemanded },
  });
}

/** Completes an attempt that a crash left behind, or leaves it as it is when it has settled. */
export async function settlePayment(deps: PaymentDeps, paymentId: string): Promise<void> {
  const payment = await findPayment(deps.database, paymentId);
  if (payment === null) throw paymentNotFound(paymentId);
  if (settledStates.has(payment.state) || payment.state === "requires_action") return;
  const intent = await latest(deps, payment);
  await deps.database.transaction((tx) => applyIntent(deps, tx, intent));
}

async function latest(deps: PaymentDeps, payment: Payment): Promise<ProcessorIntent> {
  if (payment.processorId !== null) return deps.processor.read(payment.processorId);
  try {
    return await charge(deps, payment);
  } catch (error) {
    if (!isDomainError(error, "payment.method-unknown")) throw error;
    const failure = { code: "method_unknown", message: "The payment method is not known to the processor." };
    return {
      ...neverMade,
      paymentId: payment.id,
      amountMinor: payment.amountMinor,
      currency: payment.currency,
      failure,
    };
  }
}

const neverMade = { id: "", status: "failed", receivedMinor: 0, nextActionUrl: null } as const;
