import type { CheckoutRequest, CheckoutResult } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { browserApi } from "#api/browser-client.ts";

/** What came of pressing the button. */
export type Outcome =
  | { readonly kind: "placed"; readonly result: CheckoutResult }
  /** The total shown is no longer honoured; nothing was charged. */
  | { readonly kind: "total-changed" }
  | { readonly kind: "refused"; readonly error: unknown };

const totalChanged = new Set(["quote.expired", "quote.total-mismatch", "quote.not-found", "quote.tampered"]);

/** Whether the server's answer leaves open if the order was placed: then the same request must be sent again. */
function isOpen(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true;
  const { code, status } = error.problem;
  return status >= 500 || status === 429 || code === "idempotency.in-progress";
}

/**
 * Sends the order under one key until there is a definitive answer, so that a second press after a lost answer can't
 * order twice. After a definitive answer the next attempt is a new request with a new key.
 */
export class Submission {
  private key = crypto.randomUUID();
  private open: CheckoutRequest | null = null;

  /** The request whose answer never came, if its contents are still what the form says. */
  unanswered(request: Omit<CheckoutRequest, "paymentMethodId">): CheckoutRequest | null {
    if (this.open === null) return null;
    const { paymentMethodId } = this.open;
    return JSON.stringify({ ...request, paymentMethodId }) === JSON.stringify(this.open) ? this.open : null;
  }

  async send(body: CheckoutRequest): Promise<Outcome> {
    try {
      const result = await this.post(body);
      this.decided();
      return { kind: "placed", result };
    } catch (error) {
      if (isOpen(error)) this.open = body;
      else this.decided();
      const changed = error instanceof ApiProblem && totalChanged.has(error.problem.code);
      return changed ? { kind: "total-changed" } : { kind: "refused", error };
    }
  }

  private async post(body: CheckoutRequest): Promise<CheckoutResult> {
    try {
      return await browserApi.checkout.complete({ body, idempotencyKey: this.key });
    } catch (error) {
      // The form changed after an answer was lost. The cart itself can't be ordered twice, so a new key is safe.
      if (!(error instanceof ApiProblem && error.problem.code === "idempotency.key-reused")) throw error;
      this.decided();
      return browserApi.checkout.complete({ body, idempotencyKey: this.key });
    }
  }

  private decided(): void {
    this.key = crypto.randomUUID();
    this.open = null;
  }
}
