import { expect, test } from "vitest";
import { createClock, days } from "#kernel/clock";
import { bankDeadline } from "./bank-deadline.ts";

const wall = new Date("2026-11-22T10:00:00Z");
const inNineDays = new Date(wall.getTime() + days(9)).toISOString();

test("on a shop whose clock is the wall's, the bank's deadline is the bank's", () => {
  const clock = createClock({ wall, business: wall, rate: 1 }, () => wall.getTime());
  expect(bankDeadline(clock, inNineDays).toISOString()).toBe(inNineDays);
});

test("on a clock that ran ahead, nine days are left all the same, and the deadline is after the purchase", () => {
  const business = new Date("2026-12-08T10:00:00Z");
  const clock = createClock({ wall, business, rate: 300 }, () => wall.getTime());
  expect(bankDeadline(clock, inNineDays).toISOString()).toBe("2026-12-17T10:00:00.000Z");
});
