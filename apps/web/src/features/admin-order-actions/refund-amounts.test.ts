import type { LineActions } from "@smplat/contracts";
import { expect, test } from "vitest";
import { readAmount, readRefund, writeAmount } from "./refund-amounts.ts";

const line = (lineId: string, amountMinor: number) =>
  ({ lineId, refundable: { amountMinor, currency: "EUR" } }) as LineActions;

test.each([
  ["12", 1_200],
  ["12.5", 1_250],
  ["12,50", 1_250],
  [" 0.01 ", 1],
])("%s is read as %i minor units", (typed, minor) => expect(readAmount(typed)).toBe(minor));

test.each(["", "-1", "1.234", "1e3", "12 €", "1.2.3"])("%s is not an amount", (typed) =>
  expect(readAmount(typed)).toBeNull(),
);

test("what is written is read back to the cent", () => {
  for (const amountMinor of [1, 10, 99, 100, 12_345]) {
    expect(readAmount(writeAmount({ amountMinor, currency: "EUR" }))).toBe(amountMinor);
  }
});

test("an empty or zero field leaves its line out, and more than is left is wrong", () => {
  const lines = [line("a", 500), line("b", 500), line("c", 500)];
  const refund = readRefund(lines, { a: "2.50", b: "0", c: "5.01" });
  expect(refund.parts).toEqual([
    { lineId: "a", amountMinor: 250 },
    { lineId: "c", amountMinor: 501 },
  ]);
  expect([...refund.wrong]).toEqual(["c"]);
});
