import {
  createTestCore,
  newEmail,
  placeOrder,
  placePaidOrder,
  publishedEvents,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { ExternalRun } from "#infrastructure/jobs";
import { system } from "#kernel/actor";
import { hours } from "#kernel/clock";
import { orderPaid } from "#modules/orders";
import { refundSucceeded } from "#modules/payments";

type Order = Awaited<ReturnType<typeof placeOrder>>;
interface Mail {
  readonly subject: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

let sandbox: Sandbox;
let shop: TestCore;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({ SMTP_URL: sandbox.smtpUrl, PUBLIC_URL: "http://localhost:3000" });
  product = await publishSampleProduct(shop.core);
}, 60_000);
beforeEach(() => sandbox.control.mailbox.clear());
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop.close();
  await sandbox.stop();
});

const mailsTo = async (address: string) => (await sandbox.control.mailbox.list(address)) as unknown as Mail[];
const buyer = "ada@shop.example";
const settle = () => shop.core.runner.settle();
const paid = () => placePaidOrder(shop.core, [{ product, quantity: 2 }]);

async function onlyMail(address: string): Promise<Mail> {
  const mails = await mailsTo(address);
  expect(mails.map(({ subject }) => subject)).toHaveLength(1);
  return mails[0] ?? expect.fail("no mail");
}

/** The token in a link of a mail; both twins hold the same. */
function tokenIn(mail: Mail, name: string): string {
  const token = new RegExp(`[?&]${name}=([^\\s&]+)`).exec(mail.text ?? "")?.[1] ?? "";
  expect(token).not.toBe("");
  expect(mail.html).toContain(token);
  return decodeURIComponent(token);
}

async function deliver(order: Order): Promise<void> {
  const { core } = shop;
  for (const state of ["accepted", "fulfilled"] as const) {
    for (const { id: lineId, quantity } of order.lines) {
      const now = core.clock.now();
      const ended = state === "fulfilled" ? { completedAt: now } : {};
      const report = { lineId, state, deliveredUnits: quantity, checkedAt: now, ...ended };
      await core.database.transaction((tx) => core.orders.recordLine(tx, system("test.deliver"), order.id, report));
    }
  }
}

test("a paid order is confirmed once, with a link that opens it", async () => {
  const order = await paid();
  await settle();
  const mail = await onlyMail(buyer);
  const number = (await shop.core.orders.get(shop.core.database, system("test"), order.id)).number;
  expect(mail.subject).toBe(`Order ${number} is confirmed`);
  expect(mail.text).toContain(product.title.en);
  expect(mail.text).toContain("€23.80");
  expect(mail.text).toContain(`http://localhost:3000/account/orders/${order.id}?access=`);
  const access = await shop.core.customers.redeemAccessLink(shop.core.database, tokenIn(mail, "access"));
  expect(access).toMatchObject({ orderId: order.id, ownerId: order.ownerId });
});

test("the same event told again makes no second mail", async () => {
  const { core } = shop;
  const order = await paid();
  await settle();
  const handler = core.handlers.find(({ job }) => job.id === "notifications.mail-order-paid");
  if (handler?.kind !== "local") throw new Error("no such job");
  const { rows } = await core.database.pool.query<{ id: string }>(
    "select id from events where name = 'order.paid' and metadata ->> 'orderId' = $1",
    [order.id],
  );
  const payload = { orderId: order.id, cartId: order.cartId, number: "SM-1" };
  const event = { id: rows[0]?.id ?? "", name: orderPaid.name, recordedAt: core.clock.now(), payload };
  const run = { jobId: "test", attempt: 1, isLast: false };
  await core.database.transaction((tx) => handler.run(tx, event, run));
  await settle();
  await onlyMail(buyer);
});

test("a crash between handing over and noting it repeats the mail under the same message id, never more", async () => {
  const { core } = shop;
  const handler = core.handlers.find(({ job }) => job.id === "notifications.send-mail");
  if (handler?.kind !== "external") throw new Error("no such job");
  await paid();
  await runUntilMail();
  const { rows } = await core.database.pool.query<{ id: string }>(
    "select id from notification_sends where state = 'queued'",
  );
  const crashing: ExternalRun = {
    ...{ jobId: "test", attempt: 0, isLast: false },
    transaction: (work) => core.database.transaction(work),
    complete: () => Promise.reject(new Error("the process died")),
  };
  await expect(handler.run(crashing, { sendId: rows[0]?.id })).rejects.toThrow("the process died");
  await settle();
  const mails = await mailsTo(buyer);
  expect(mails).toHaveLength(2);
  expect(new Set(mails.map(({ headers }) => headers["message-id"])).size).toBe(1);
  await handler.run({ ...crashing, complete: (work) => core.database.transaction(work) }, { sendId: rows[0]?.id });
  expect(await mailsTo(buyer)).toHaveLength(2);
});

/** Runs the reaction to the payment alone, so that the mail is queued and not yet sent. */
async function runUntilMail(): Promise<void> {
  const { core } = shop;
  for (const job of await core.queue.claim("local", 50)) {
    const handler = core.handlers.find((candidate) => candidate.job.id === job.data.job);
    if (handler?.kind !== "local") continue;
    await core.database.transaction(async (tx) => {
      await handler.run(tx, job.data.payload, { jobId: job.id, attempt: job.attempt, isLast: false });
      await core.queue.complete(tx.tables<unknown>(), job);
    });
  }
}

test("a delivered order is reported with the proof of its receipt", async () => {
  const order = await paid();
  await settle();
  await deliver(order);
  await shop.clock.advance(hours(1));
  await settle();
  const [mail] = await mailsTo(buyer);
  expect(mail?.subject).toMatch(/is delivered$/);
  expect(mail?.text).toContain("2 of 2 delivered");
  expect(mail?.text).toContain("http://localhost:3000/verify");
  expect(mail?.html).toContain(product.title.en);
});

test("a delivered order tells how all orders of its product went, once that is known", async () => {
  const shown = { fulfillmentPercent: { median: 100, low: 94, high: 104 }, lift: null, onTimePercent: 90 };
  await shop.core.database.pool.query(
    `insert into proof_aggregates (product_id, lines, weight, on_time_weight, attributed, consistent_with, inconclusive,
       contradicts, not_yet_known, computed_at, shown) values ($1, 34, 34, 30, 0, 0, 34, 0, 0, $2, $3)`,
    [product.id, shop.clock.now(), JSON.stringify(shown)],
  );
  const order = await paid();
  await settle();
  await deliver(order);
  await shop.clock.advance(hours(1));
  await settle();
  const [mail] = await mailsTo(buyer);
  await shop.core.database.pool.query("delete from proof_aggregates where product_id = $1", [product.id]);
  expect(mail?.text?.replaceAll(/\s+/g, " ")).toContain("half of the orders 94% to 104%. 34 verified orders");
});

test("an order that nobody paid ends with a mail that nothing was charged", async () => {
  const { core } = shop;
  const order = await placeOrder(core, [{ product, quantity: 1 }]);
  await core.database.transaction((tx) =>
    core.orders.transition(tx, system("test.expire"), order.id, { command: "expire" }),
  );
  await settle();
  expect((await onlyMail(buyer)).text).toContain("Nothing was charged");
});

test("a refund is told with its amount, and never with an internal reason", async () => {
  const { core } = shop;
  const order = await paid();
  await settle();
  await sandbox.control.mailbox.clear();
  const refund = { paymentId: "pay_1", refundId: "rfd_1", orderId: order.id, amountMinor: 1_234, currency: "EUR" };
  await core.database.transaction(async (tx) =>
    tx.publish(refundSucceeded, { ...refund, parts: [], reason: "supplier dispute 4711" }),
  );
  await settle();
  const mail = await onlyMail(buyer);
  expect(mail.subject).toBe("€12.34 is on its way back to you");
  expect(`${mail.text}${mail.html}`).not.toContain("4711");
});

test("links to orders go to their address only, each opens its own, and an unknown address gets no mail", async () => {
  const { core } = shop;
  const order = await paid();
  await settle();
  await sandbox.control.mailbox.clear();
  await core.customers.requestAccess(core.database, "nobody@shop.example");
  await core.customers.requestAccess(core.database, "ADA@shop.example");
  await settle();
  expect(await sandbox.control.mailbox.list()).toHaveLength(1);
  const mail = await onlyMail(buyer);
  const [, token = ""] = new RegExp(`${order.id}\\?access=(\\S+)`).exec(mail.text ?? "") ?? [];
  const access = await core.customers.redeemAccessLink(core.database, token);
  expect(access).toMatchObject({ orderId: order.id, ownerId: order.ownerId });
});

test("sign-up and a forgotten password send links that work", async () => {
  const { core } = shop;
  const email = newEmail();
  await core.customers.signUp({ email, name: "Zoë <b>", password: "umbrella-under-7-seas", locale: "de" });
  await settle();
  const confirm = await onlyMail(email);
  expect(confirm.subject).toBe("Bestätige deine E-Mail-Adresse");
  expect(confirm.html).toContain("Zoë &lt;b&gt;");
  expect(confirm.text).toContain("http://localhost:3000/de/verify-email?token=");
  const visit = { token: tokenIn(confirm, "token"), guestOwnerId: null, userAgent: null };
  expect(await core.customers.verifyEmail(visit)).not.toBeNull();
  await sandbox.control.mailbox.clear();
  await core.customers.requestPasswordReset(core.database, email);
  await settle();
  const reset = await onlyMail(email);
  expect(reset.text).toContain("http://localhost:3000/de/reset-password?token=");
  await sandbox.control.mailbox.clear();
  await core.customers.resetPassword({ token: tokenIn(reset, "token"), password: "paper-lanterns-at-dusk" });
  await settle();
  expect((await onlyMail(email)).subject).toBe("Dein Passwort wurde geändert");
});

test("no token lies in an event, a job or a row", async () => {
  const { core } = shop;
  await paid();
  await settle();
  const token = tokenIn(await onlyMail(buyer), "access");
  for (const sql of [
    "select count(*) as n from events where metadata::text like $1",
    "select count(*) as n from pgboss.job where data::text like $1",
    "select count(*) as n from notification_sends where notification_sends::text like $1",
  ]) {
    const { rows } = await core.database.pool.query<{ n: number }>(sql, [`%${token}%`]);
    expect(rows[0]?.n, sql).toBe(0);
  }
});

const stateOf = async (orderId: string) =>
  (
    await shop.core.database.pool.query<{ state: string; detail: string | null }>(
      "select state, detail from notification_sends where task ->> 'orderId' = $1",
      [orderId],
    )
  ).rows;

async function refusedMail(): Promise<Order> {
  const order = await paid();
  await sandbox.control.mailbox.set("reject");
  await expect(settle()).rejects.toThrow("550");
  await sandbox.control.mailbox.set("normal");
  return order;
}

test("a mail the server refuses for good is seen: in the log, on its order, and in the dead letters", async () => {
  const order = await refusedMail();
  expect(await stateOf(order.id)).toMatchObject([{ state: "refused", detail: expect.stringContaining("550") }]);
  const warnings = shop.log.entries.filter(({ level }) => level === "warn").map(({ message }) => message);
  expect(warnings).toContain("job failed; it goes to the dead letters");
  expect((await publishedEvents(shop.core, "mail.refused")).at(-1)).toMatchObject({
    orderId: order.id,
    template: "order-confirmed",
    reply: 550,
  });
  const { failed } = await shop.core.jobMonitor.overview();
  const [letter] = failed.filter(({ job }) => job === "notifications.send-mail");
  expect(letter).toMatchObject({ attempts: 1, error: expect.stringContaining("550") });
  await settle();
  expect(await mailsTo(buyer)).toEqual([]);
});

test("staff runs a refused mail again, and it arrives once, written anew", async () => {
  const { core } = shop;
  const order = await refusedMail();
  const { failed } = await core.jobMonitor.overview();
  const letter = failed.find(({ job }) => job === "notifications.send-mail") ?? expect.fail("no dead letter");
  const deadLetterId = letter.id;
  await core.jobMonitor.decide(system("test"), { deadLetterId, decision: "retried", reason: "the relay is mended" });
  await settle();
  await onlyMail(buyer);
  expect(await stateOf(order.id)).toMatchObject([{ state: "sent", detail: null }]);
  expect((await publishedEvents(core, "mail.taken-late")).at(-1)).toMatchObject({ orderId: order.id });
});

test("a mail the server refuses for now is sent later, by itself", async () => {
  const order = await paid();
  await sandbox.control.mailbox.set("reject-temporarily");
  await expect(settle()).rejects.toThrow();
  expect(await stateOf(order.id)).toMatchObject([{ state: "queued" }]);
  await sandbox.control.mailbox.set("normal");
  await shop.clock.advance(hours(1));
  await settle();
  await onlyMail(buyer);
});
