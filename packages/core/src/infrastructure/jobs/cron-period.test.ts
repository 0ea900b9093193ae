import { expect, test } from "vitest";
import { cronPeriodS } from "./cron-period.ts";

test.each([
  ["* * * * *", 60],
  ["*/5 * * * *", 300],
  ["17 * * * *", 3_600],
  ["0,30 * * * *", 1_800],
  ["10-12 * * * *", 58 * 60],
  ["17 3 * * *", 86_400],
  ["0 6,18 * * *", 43_200],
  ["0 */6 * * *", 21_600],
  ["0 3 * * 1", 31 * 86_400],
])("between two runs of %s lie at most %i seconds", (cron, seconds) => {
  expect(cronPeriodS(cron)).toBe(seconds);
});
