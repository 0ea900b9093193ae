import type { Cart } from "@smplat/contracts";
import { expect, test } from "vitest";
import { projectCart } from "./project-cart.ts";

const money = { amountMinor: 100, currency: "EUR" as const };
const line = (id: string): Cart["lines"][number] => ({
  id,
  quoteId: "quo_1",
  product: { id: "prd_1", slug: "p", title: "P", unit: "u", artSeed: 1 },
  quantity: 1,
  selection: { options: {}, addOns: [], plan: null, fields: {} },
  summary: [],
  platformContext: null,
  parts: [],
  net: money,
  gross: money,
  quoteExpiresAt: "2026-01-01T00:00:00Z",
});
const cart: Cart = {
  id: "crt_1",
  currency: "EUR",
  version: 3,
  lines: [line("a"), line("b")],
  problems: [{ lineId: "a", code: "sold_out", message: "", blocking: true, previousNet: null }],
  totals: { net: money, tax: money, gross: money, country: "DE" },
};

test("a removed line is gone at once, and its problems with it", () => {
  const shown = projectCart(cart, { a: { kind: "remove" } });
  expect(shown.lines.map(({ id }) => id)).toEqual(["b"]);
  expect(shown.problems).toEqual([]);
});

test("a new quantity shows at once; amounts stay the server's", () => {
  const shown = projectCart(cart, { b: { kind: "quantity", quantity: 7 } });
  expect(shown.lines.map(({ quantity }) => quantity)).toEqual([1, 7]);
  expect(shown.totals).toEqual(cart.totals);
});
