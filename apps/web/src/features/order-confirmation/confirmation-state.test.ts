import { orderStates, paymentStates } from "@smplat/contracts/vocabulary";
import { expect, test } from "vitest";
import { confirmationState } from "./confirmation-state.ts";

test("an order that awaits its payment is never called paid, whatever the payment says", () => {
  for (const state of paymentStates) {
    const payment = { state, declineReason: null, nextAction: null };
    expect(["checking", "action", "failed"]).toContain(confirmationState({ state: "awaiting_payment", payment }));
  }
  expect(confirmationState({ state: "awaiting_payment", payment: null })).toBe("checking");
});

test("every state an order can be in has words", () => {
  expect(orderStates.map((state) => confirmationState({ state, payment: null }))).not.toContain(undefined);
});
