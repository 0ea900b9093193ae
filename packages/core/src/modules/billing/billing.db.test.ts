import {
  createTestCore,
  placeOrder,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Tx } from "#infrastructure/database";
import { createS3Storage } from "#infrastructure/storage";
import { system } from "#kernel/actor";
import { hours } from "#kernel/clock";
import { isDomainError } from "#kernel/domain-error";
import { paymentSucceeded } from "#modules/payments";
import { paperNumber, seriesAt } from "./paper.ts";
import { paperInvariants } from "./paper-invariants.ts";

type Order = Awaited<ReturnType<typeof placeOrder>>;

let sandbox: Sandbox;
let shop: TestCore;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  const bucket = { S3_ENDPOINT: `${sandbox.url}/s3`, S3_ACCESS_KEY_ID: "key", S3_SECRET_ACCESS_KEY: "secret" };
  const stripe = {
    STRIPE_API_URL: sandbox.url,
    STRIPE_SECRET_KEY: "sk_test_sandbox",
    STRIPE_WEBHOOK_SECRET: "whsec_test",
  };
  shop = await createTestCore({ ...bucket, ...stripe });
  product = await publishSampleProduct(shop.core);
}, 60_000);
afterEach(async () => {
  for (const { sql, says } of paperInvariants) {
    expect((await shop.core.database.pool.query(sql)).rows, says).toEqual([]);
  }
});
afterAll(async () => {
  await shop.close();
  await sandbox.stop();
});

const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await shop.core.database.pool.query<{ n: string }>(sql, values)).rows[0]?.n);
const invoices = () => count("select count(*) as n from papers where kind = 'invoice'");
const ownerOf = (order: Order) => ({ role: "guest", ownerId: order.ownerId }) as const;

/** Starts an attempt and takes the processor's word that it succeeded. */
async function pay(
  order: Order,
): Promise<{ paymentId: string; orderId: string; amountMinor: number; currency: string }> {
  const { core } = shop;
  const { id: orderId, totalMinor: amountMinor, currency } = order;
  const method = { paymentMethodId: "pm_card_visa", returnUrl: null };
  const payment = await core.database.transaction((tx) =>
    core.payments.start(tx, { orderId, amountMinor, currency, ...method }),
  );
  await core.database.transaction((tx) =>
    core.payments.apply(tx, {
      ...{ id: `pi_${payment.id}`, status: "succeeded", paymentId: payment.id, currency },
      ...{ amountMinor, receivedMinor: amountMinor, nextActionUrl: null, failure: null },
    }),
  );
  return { paymentId: payment.id, orderId, amountMinor, currency };
}

async function paidOrder(): Promise<Order> {
  const order = await placeOrder(shop.core, [{ product, quantity: 3 }]);
  await pay(order);
  await shop.core.runner.settle();
  return order;
}

/** Reports every line as done, as fulfillment does. */
async function deliver(order: Order): Promise<void> {
  const { core } = shop;
  for (const state of ["accepted", "fulfilled"] as const) {
    for (const { id: lineId, quantity } of order.lines) {
      const report = { lineId, state, deliveredUnits: quantity, checkedAt: core.clock.now() };
      await core.database.transaction((tx) => core.orders.recordLine(tx, system("test.deliver"), order.id, report));
    }
  }
}

const refusal = (code: Parameters<typeof isDomainError>[1]) => (error: unknown) => isDomainError(error, code);

test("a paid order has an invoice that its owner, and nobody else, can download in both formats", async () => {
  const { core } = shop;
  const order = await paidOrder();
  const [paper] = await core.billing.listPapers(core.database, order.id);
  expect(paper).toMatchObject({ kind: "invoice", number: expect.stringMatching(/^SM-\d{4}-\d{6}$/) });
  const read = (actor: Parameters<typeof core.billing.readPaper>[1], format: "pdf" | "html") =>
    core.billing.readPaper(core.database, actor, { orderId: order.id, kind: "invoice", format, number: null });
  const pdf = await read(ownerOf(order), "pdf");
  expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf).toMatchObject({ contentType: "application/pdf", fileName: `invoice-${paper?.number}.pdf` });
  const html = await read(ownerOf(order), "html");
  expect(Buffer.from(html.bytes).toString()).toContain(paper?.number);
  await expect(read({ role: "guest", ownerId: "gst_somebody" }, "pdf")).rejects.toSatisfy(refusal("order.not-found"));
  await expect(read({ role: "anonymous" }, "pdf")).rejects.toSatisfy(refusal("order.not-found"));
});

test("the same payment told twice, at once or later, makes one invoice and uses one number", async () => {
  const { core } = shop;
  const order = await placeOrder(core, [{ product, quantity: 1 }]);
  const before = await invoices();
  const payment = await pay(order);
  for (let again = 0; again < 3; again += 1) {
    await core.database.transaction(async (tx) => tx.publish(paymentSucceeded, payment));
  }
  await core.runner.settle();
  await core.database.transaction(async (tx) => tx.publish(paymentSucceeded, payment));
  await core.runner.settle();
  expect(await invoices()).toBe(before + 1);
});

test("64 payments at once, a third of which fail in the end, get numbers without a gap", async () => {
  const { core } = shop;
  const orders: Order[] = [];
  for (let index = 0; index < 64; index += 1) orders.push(await placeOrder(core, [{ product, quantity: 1 }]));
  const payments = await Promise.all(orders.map(pay));
  const handler = core.handlers.find(({ job }) => job.id === "billing.issue-invoice");
  if (handler?.kind !== "local") throw new Error("no such job");
  const before = await invoices();
  const event = (index: number) => ({
    ...{ id: `evt_${index}`, name: paymentSucceeded.name, recordedAt: core.clock.now() },
    payload: payments[index],
  });
  const issueAll = (fails: (index: number) => boolean) =>
    Promise.allSettled(
      orders.map((_, index) =>
        core.database.transaction(async (tx) => {
          await handler.run(tx, event(index), run);
          if (fails(index)) throw new Error("the transaction fails after the number was drawn");
        }),
      ),
    );
  const outcomes = await issueAll((index) => index % 3 === 0);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(42);
  expect(await invoices()).toBe(before + 42);
  const series = seriesAt(core.clock.now());
  const { rows } = await core.database.pool.query<{ number: string }>(
    "select number from papers where series = $1 order by serial",
    [series],
  );
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => paperNumber(series, index + 1)));
  await issueAll(() => false);
  expect(await invoices()).toBe(before + 64);
  // Mails, files and supplies of 64 orders are other tests' business.
  await core.database.pool.query("delete from pgboss.job where state = 'created'");
}, 60_000);

test("what an invoice says can't be changed", async () => {
  await expect(shop.core.database.pool.query("update papers set number = 'X'")).rejects.toThrow(/append-only/);
  await expect(shop.core.database.pool.query("delete from paper_files")).rejects.toThrow(/append-only/);
});

test("a delivered order gets its receipt once the last reading had time to come in", async () => {
  const { core } = shop;
  const order = await paidOrder();
  await deliver(order);
  await core.runner.settle();
  expect(await core.billing.findReceipt(core.database, order.id)).toBeNull();
  await shop.clock.advance(hours(1));
  await core.runner.settle();
  const papers = await core.billing.listPapers(core.database, order.id);
  expect(papers.map(({ kind }) => kind)).toEqual(["invoice", "receipt"]);
  const receipt = await core.billing.findReceipt(core.database, order.id);
  expect(receipt?.lines).toMatchObject([{ ordered: 3, title: product.title.en, label: expect.any(String) }]);
  const pdf = await core.billing.readPaper(core.database, ownerOf(order), {
    orderId: order.id,
    kind: "receipt",
    format: "pdf",
    number: null,
  });
  expect(pdf.fileName).toMatch(/^receipt-SM-\d+\.pdf$/);
});

test("an object store that is down or tears what it is given delays the papers and loses none", async () => {
  const { core } = shop;
  const order = await placeOrder(core, [{ product, quantity: 1 }]);
  await pay(order);
  for (const mode of ["down", "torn"] as const) {
    await sandbox.control.objectStore.set(mode);
    await expect(core.runner.settle()).rejects.toThrow();
    await shop.clock.advance(hours(1));
    expect(await core.billing.listPapers(core.database, order.id)).toEqual([]);
  }
  await sandbox.control.objectStore.set("normal");
  await core.runner.settle();
  expect(await core.billing.listPapers(core.database, order.id)).toHaveLength(1);
  await sandbox.control.objectStore.set("down");
  const read = core.billing.readPaper(core.database, ownerOf(order), {
    orderId: order.id,
    kind: "invoice",
    format: "pdf",
    number: null,
  });
  await expect(read).rejects.toSatisfy(refusal("request.unavailable"));
  await sandbox.control.objectStore.set("normal");
});

test("a file that was exchanged in the storage is not handed out", async () => {
  const { core } = shop;
  const order = await paidOrder();
  const { rows } = await core.database.pool.query<{ storage_key: string }>(
    "select f.storage_key from paper_files f join papers p on p.id = f.paper_id where p.order_id = $1 and f.format = 'pdf'",
    [order.id],
  );
  const { storage } = core.config;
  if (storage.kind !== "s3") throw new Error("the test stores in the sandbox");
  await createS3Storage(storage).put(rows[0]?.storage_key ?? "", new TextEncoder().encode("%PDF-forged"));
  const read = core.billing.readPaper(core.database, ownerOf(order), {
    orderId: order.id,
    kind: "invoice",
    format: "pdf",
    number: null,
  });
  await expect(read).rejects.toSatisfy(refusal("invariant.broken"));
});

/** An order paid at the processor, which can return what it took. Its invoice is written when jobs run. */
async function chargedOrder(quantity: number): Promise<Order & { paymentId: string }> {
  const { core } = shop;
  const order = await placeOrder(core, [{ product, quantity }]);
  const { id: orderId, totalMinor: amountMinor, currency } = order;
  const method = { paymentMethodId: "pm_card_visa", returnUrl: null };
  const payment = await core.database.transaction((tx) =>
    core.payments.start(tx, { orderId, amountMinor, currency, ...method }),
  );
  const intent = await core.payments.charge(payment);
  await core.database.transaction((tx) => core.payments.apply(tx, intent));
  return { ...order, paymentId: payment.id };
}

async function refund(order: Order, amountMinor: number, requestKey: string): Promise<string> {
  const lines = [{ lineId: order.lines[0]?.id ?? "", amountMinor }];
  const request = { orderId: order.id, lines, reason: "test", requestKey };
  const asked = (tx: Tx) => shop.core.payments.refund(tx, system("test.refund"), request);
  return (await shop.core.database.transaction(asked)).id;
}

/** Has the processor return it, while everybody who would hear of it still sleeps. */
async function submit(refundId: string): Promise<void> {
  const { core } = shop;
  const handler = core.handlers.find(({ job }) => job.id === "payments.submit-refund");
  if (handler?.kind !== "external") throw new Error("no such job");
  const { transaction } = core.database;
  await handler.run({ ...run, transaction, complete: transaction }, { refundId });
}

const run = { jobId: "test", attempt: 0, isLast: false };

/** What `refund.succeeded` said about the order's refunds. */
async function told(orderId: string) {
  const { rows } = await shop.core.database.pool.query<{ id: string; metadata: object }>(
    "select id, metadata from events where name = 'refund.succeeded' and metadata ->> 'orderId' = $1",
    [orderId],
  );
  const recordedAt = shop.core.clock.now();
  return rows.map(({ id, metadata }) => ({ id, name: "refund.succeeded", recordedAt, payload: metadata }));
}

function creditNoteWriter() {
  const handler = shop.core.handlers.find(({ job }) => job.id === "billing.issue-credit-note");
  if (handler?.kind !== "local") throw new Error("no such job");
  return handler;
}

const creditNotes = async (orderId: string): Promise<{ number: string; net: number; tax: number }[]> =>
  (
    await shop.core.database.pool.query<{ number: string; net: number; tax: number }>(
      `select number, (content ->> 'netMinor')::int as net, (content ->> 'taxMinor')::int as tax from papers
       where order_id = $1 and kind = 'credit_note' order by serial`,
      [orderId],
    )
  ).rows;

test("credit notes of an order returned in odd parts add up to its invoice, net and tax", async () => {
  const order = await chargedOrder(3);
  const parts = [1, 333, 1_001, order.totalMinor - 1_335];
  for (const [index, amountMinor] of parts.entries()) {
    await refund(order, amountMinor, `part ${index}`);
    await shop.core.runner.settle();
  }
  const notes = await creditNotes(order.id);
  expect(notes.map(({ net, tax }) => net + tax)).toEqual(parts);
  expect(notes.reduce((sum, { net }) => sum + net, 0)).toBe(order.netMinor);
  expect(notes.reduce((sum, { tax }) => sum + tax, 0)).toBe(order.taxMinor);
  const papers = await shop.core.billing.listPapers(shop.core.database, order.id);
  expect(papers.map(({ kind }) => kind)).toEqual(["invoice", ...parts.map(() => "credit_note")]);
  const sought = { orderId: order.id, kind: "credit_note", format: "html", number: notes[0]?.number ?? "" } as const;
  const html = await shop.core.billing.readPaper(shop.core.database, ownerOf(order), sought);
  expect(Buffer.from(html.bytes).toString()).toContain(papers[0]?.number);
});

test("32 refunds told at once, each twice and some of them in vain, get one credit note each and no gap", async () => {
  const { core } = shop;
  const order = await chargedOrder(3);
  const amounts = Array.from({ length: 32 }, (_, index) => 7 + index);
  for (const amountMinor of amounts) await submit(await refund(order, amountMinor, `race ${amountMinor}`));
  const events = await told(order.id);
  const writer = creditNoteWriter();
  const outcomes = await Promise.allSettled(
    [...events, ...events].map((event, index) =>
      core.database.transaction(async (tx) => {
        await writer.run(tx, event, run);
        if (index < 8) throw new Error("the transaction fails after the number was drawn");
      }),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(8);
  const credited = async () => (await creditNotes(order.id)).map(({ net, tax }) => net + tax).sort((a, b) => a - b);
  expect(await credited()).toEqual(amounts);
  await core.runner.settle();
  expect(await credited()).toEqual(amounts);
}, 60_000);

test("a refund heard of before its payment has the invoice written first", async () => {
  const { core } = shop;
  const order = await chargedOrder(1);
  await submit(await refund(order, 100, "early"));
  const [event] = await told(order.id);
  await core.database.transaction((tx) => creditNoteWriter().run(tx, event, run));
  const kinds = await core.database.pool.query("select kind from papers where order_id = $1 order by kind", [order.id]);
  expect(kinds.rows).toEqual([{ kind: "credit_note" }, { kind: "invoice" }]);
  await core.runner.settle();
  const { rows } = await core.database.pool.query("select 1 from papers where order_id = $1", [order.id]);
  expect(rows).toHaveLength(2);
});
