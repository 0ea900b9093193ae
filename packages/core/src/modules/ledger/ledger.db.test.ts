import { createTestCore, type TestCore } from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../verify/index.ts";
import type { Journal } from "./ledger.ts";

let shop: TestCore;
beforeAll(async () => {
  shop = await createTestCore();
});
afterAll(() => shop.close());

const post = (journal: Journal) => shop.core.database.transaction((tx) => shop.core.ledger.post(tx, journal));
const balance = (account: Parameters<TestCore["core"]["ledger"]["balance"]>[1]) =>
  shop.core.ledger.balance(shop.core.database, account, "EUR");
let keys = 0;
const journal = (transfers: Journal["transfers"], journalKey = `test:${++keys}`): Journal => ({
  journalKey,
  kind: "capture",
  orderId: null,
  at: shop.clock.now(),
  transfers,
});
const eur = (
  debit: Journal["transfers"][number]["debit"],
  credit: Journal["transfers"][number]["credit"],
  amountMinor: number,
) => ({ debit, credit, amountMinor, currency: "EUR" }) as const;

test("a fact booked twice moves money once, also when both come at the same time", async () => {
  const capture = journal([
    eur("processor_clearing", "deferred_revenue", 10_000),
    eur("processor_clearing", "vat_payable", 1_900),
  ]);
  const outcomes = await Promise.all([post(capture), post(capture), post(capture)]);
  expect(outcomes.filter(({ posted }) => posted)).toHaveLength(1);
  expect(await balance("processor_clearing")).toBe(-11_900);
  expect(await balance("vat_payable")).toBe(1_900);
});

test("an account that must not go below zero doesn't: of 32 withdrawals at once only those it covers succeed", async () => {
  await post(journal([eur("processor_clearing", "unapplied_receipts", 1_000)]));
  const withdrawals = await Promise.allSettled(
    Array.from({ length: 32 }, () => post(journal([eur("unapplied_receipts", "processor_clearing", 100)]))),
  );
  expect(withdrawals.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(10);
  expect(await balance("unapplied_receipts")).toBe(0);
});

test("what is booked stays: no row of the books can be changed or deleted", async () => {
  for (const table of ["ledger_journals", "ledger_transfers"]) {
    await expect(shop.core.database.pool.query(`delete from ${table}`)).rejects.toThrow(/append-only/);
  }
  await expect(shop.core.database.pool.query("update ledger_transfers set amount_minor = 1")).rejects.toThrow(
    /append-only/,
  );
});

test("nothing, a negative amount and a fraction are refused before they reach the books", async () => {
  await expect(post(journal([eur("vat_payable", "deferred_revenue", 0)]))).rejects.toMatchObject({
    code: "invariant.broken",
  });
  await expect(post(journal([eur("vat_payable", "deferred_revenue", -5)]))).rejects.toMatchObject({
    code: "invariant.broken",
  });
  await expect(post(journal([eur("vat_payable", "deferred_revenue", 0.5)]))).rejects.toMatchObject({
    code: "money.out-of-range",
  });
});

test("after all of this the books balance", async () => {
  const { findings } = await verify(shop.core.database.pool);
  expect(findings.filter(({ id }) => ["M1", "M3", "M8"].includes(id))).toEqual([]);
});
