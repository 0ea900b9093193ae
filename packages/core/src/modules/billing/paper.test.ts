import { expect, test } from "vitest";
import { paperNumber, seriesAt, taxParts } from "./paper.ts";

test("an invoice belongs to the year of the seller's calendar, not of UTC", () => {
  expect(seriesAt(new Date("2026-12-31T22:59:59.999Z"))).toBe("SM-2026");
  expect(seriesAt(new Date("2026-12-31T23:00:00.000Z"))).toBe("SM-2027");
});

test("a number is its series and its place", () => {
  expect(paperNumber("SM-2026", 1)).toBe("SM-2026-000001");
  expect(paperNumber("SM-2026", 1_234_567)).toBe("SM-2026-1234567");
});

test("tax is told per rate, highest first, and adds up", () => {
  const lines = [
    { netMinor: 100, taxMinor: 7, taxRateBp: 700 },
    { netMinor: 100, taxMinor: 19, taxRateBp: 1900 },
    { netMinor: 50, taxMinor: 10, taxRateBp: 1900 },
  ];
  expect(taxParts(lines)).toEqual([
    { rateBp: 1900, netMinor: 150, taxMinor: 29 },
    { rateBp: 700, netMinor: 100, taxMinor: 7 },
  ]);
});
