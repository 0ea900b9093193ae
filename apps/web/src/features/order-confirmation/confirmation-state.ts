import type { Order } from "@smplat/contracts";

/** What the confirmation page may say. Never more than the order and its payment say themselves. */
export type ConfirmationState =
  | "checking"
  | "action"
  | "failed"
  | "paid"
  | "working"
  | "review"
  | "delivered"
  | "ended";

/** Where an order stands, for somebody who has just bought. */
export function confirmationState({ state, payment }: Pick<Order, "state" | "payment">): ConfirmationState {
  switch (state) {
    case "awaiting_payment":
      if (payment?.state === "requires_action") return "action";
      return payment?.state === "failed" || payment?.state === "canceled" ? "failed" : "checking";
    case "processing":
      return "paid";
    case "active":
    case "refilling":
      return "working";
    case "on_hold":
    case "disputed":
      return "review";
    case "delivered":
    case "completed":
      return "delivered";
    case "canceled":
    case "refunded":
      return "ended";
  }
}
