import { expect, test } from "vitest";
import {
  formatCountry,
  formatDay,
  formatMoment,
  formatMoney,
  formatNumber,
  formatRate,
  formatSigned,
} from "./format.ts";

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, " ");

test("money, numbers and rates read as the language writes them", () => {
  expect(plain(formatMoney(123_456, "EUR", "de"))).toBe("1.234,56 €");
  expect(formatMoney(123_456, "EUR", "en")).toBe("€1,234.56");
  expect(formatMoney(-5, "GBP", "en")).toBe("-£0.05");
  expect(formatNumber(50_000, "de")).toBe("50.000");
  expect(plain(formatRate(1900, "de"))).toBe("19 %");
  expect(formatRate(2550, "en")).toBe("25.5%");
  expect(formatSigned(-1_200, "en")).toBe("−1,200");
  expect(formatSigned(3, "en")).toBe("+3");
});

test("a day is the seller's day, also just before and after midnight in Berlin", () => {
  expect(formatDay(new Date("2026-12-31T22:59:59Z"), "de")).toBe("31. Dezember 2026");
  expect(formatDay(new Date("2026-12-31T23:00:00Z"), "en")).toBe("1 January 2027");
  expect(formatMoment(new Date("2026-07-01T10:05:00Z"), "de")).toContain("12:05");
});

test("a country is named in the reader's language", () => {
  expect(formatCountry("AT", "de")).toBe("Österreich");
  expect(formatCountry("AT", "en")).toBe("Austria");
  expect(formatCountry("nonsense", "en")).toBe("nonsense");
});
