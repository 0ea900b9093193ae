import { locales } from "@smplat/contracts/vocabulary";
import { expect, test } from "vitest";
import de from "../../messages/de/account.json" with { type: "json" };
import en from "../../messages/en/account.json" with { type: "json" };
import { orderStanding, standingTone } from "./order-standing.ts";

const fulfilled = { state: "fulfilled" } as const;
const short = { state: "short" } as const;

test("an order says that everything was delivered only when no line lacks anything", () => {
  expect(orderStanding({ state: "delivered", lines: [fulfilled, fulfilled] })).toBe("delivered");
  expect(orderStanding({ state: "delivered", lines: [fulfilled, short] })).toBe("deliveredShort");
  expect(orderStanding({ state: "completed", lines: [short] })).toBe("completedShort");
});

test("evidence fell and a make-good was asked for: the order is delivered, and says what is under way", () => {
  const standing = orderStanding({ state: "delivered", lines: [short] }, true);
  expect(standing).toBe("deliveredAsked");
  expect(standingTone(standing)).toBe("warning");
});

test("what was canceled is not called delivered", () => {
  const canceled = { state: "canceled" } as const;
  expect(orderStanding({ state: "delivered", lines: [fulfilled, canceled] })).toBe("deliveredPartly");
  expect(orderStanding({ state: "completed", lines: [canceled, fulfilled] })).toBe("completedPartly");
});

test("an order that moves is told by its state, whatever its lines", () => {
  expect(orderStanding({ state: "refilling", lines: [short] })).toBe("refilling");
  expect(orderStanding({ state: "active", lines: [{ state: null }] })).toBe("active");
});

test.each(locales)("no words for an order that lacks something say everything was delivered (%s)", (locale) => {
  const { states } = { en, de }[locale];
  for (const standing of ["deliveredShort", "deliveredAsked", "completedShort"] as const) {
    expect(states[standing].now).not.toMatch(/everything|alles/i);
    expect(states[standing].label).not.toBe(states.delivered.label);
  }
});
