import type { Provider, ProviderCapabilities } from "./provider.ts";

export const manualCapabilities: ProviderCapabilities = {
  idempotentSubmit: true,
  quote: false,
  cancel: true,
  refill: true,
  balance: false,
  webhook: false,
  poll: false,
  settleMs: 0,
};

/**
 * People of our own. A submit puts the work in their queue, which can't fail; they report progress and hand over
 * evidence themselves, so there is nobody to ask.
 */
export function createManualProvider(): Provider {
  const nobodyToAsk = { kind: "unknown", reason: "the desk reports by itself", retryAfterMs: null } as const;
  return {
    capabilities: manualCapabilities,
    quote: async () => ({ kind: "unknown", reason: "our own people have no price list" }),
    submit: async (order) => ({ kind: "accepted", report: queued(order.reference) }),
    status: async () => nobodyToAsk,
    // The queue is our own table, written by the submit's own transaction: what is asked for here was never queued.
    find: async () => ({ kind: "absent" }),
    cancel: async () => ({ kind: "canceled" }),
    requestRefill: async () => ({ kind: "accepted", report: null }),
    balance: async () => ({ kind: "unknown", reason: "the desk keeps no credit" }),
    verifyWebhook: () => false,
    readWebhook: () => null,
    classifyError: (failure) => ({ class: "ambiguous", reason: failure.kind, retryAfterMs: null }),
  };
}

const queued = (reference: string) =>
  ({ externalId: reference, reference, status: "accepted", delivered: 0, evidence: [], cost: null }) as const;
