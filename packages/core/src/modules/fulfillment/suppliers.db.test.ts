import { createServer, type Server } from "node:http";
import {
  createTestCore,
  placePaidOrder,
  publishedEvents,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hours, seconds } from "#kernel/clock";
import { isDomainError } from "#kernel/domain-error";
import { seededProviderIds, seedProviders } from "../../seed/providers.ts";
import { troubleOf } from "./attempt.ts";
import { fulfillmentInvariants } from "./fulfillment-invariants.ts";

const staff = { role: "operator", staffId: "cus_operator" } as const;
const webhookSecrets = {
  northbeam: `whsec_${Buffer.from("northbeam webhook secret").toString("base64")}`,
  atelier: "atelier webhook secret",
};

let sandbox: Sandbox;
let shop: TestCore;
let receiver: Server;
let placement: Awaited<ReturnType<typeof publishSampleProduct>>;
let hoursProduct: typeof placement;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({ EGRESS_ORIGINS: sandbox.url });
  const at = (path: string) => `${sandbox.url}/suppliers${path}`;
  await seedProviders(shop.core, {
    northbeam: { apiUrl: at("/northbeam/v1"), apiKey: "nb_test_key", webhookSecret: webhookSecrets.northbeam },
    atelier: { apiUrl: at("/atelier/api"), apiKey: "at_test_key", webhookSecret: webhookSecrets.atelier },
  });
  placement = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
  hoursProduct = await publishSampleProduct(shop.core, { serviceKey: "hours" });
  receiver = await receiveWebhooks();
});

beforeEach(async () => {
  for (const supplier of ["northbeam", "atelier"] as const) {
    await sandbox.control.suppliers.set(supplier, { mode: "normal", variation: "none" });
  }
  await sandbox.control.clock.set({ business: shop.clock.now().toISOString() });
  await sandbox.control.webhooks.setTargets({ northbeam: null, atelier: null });
});

afterEach(async () => {
  for (const invariant of fulfillmentInvariants) {
    expect((await shop.core.database.pool.query(invariant.sql)).rows, invariant.says).toEqual([]);
  }
  shop.log.assertNoUnexpectedErrors();
});

afterAll(async () => {
  receiver.close();
  await shop.close();
  await sandbox.stop();
});

/** Moves both worlds on and lets everything happen that came due. */
async function pass(ms: number): Promise<void> {
  await sandbox.control.clock.advance(ms);
  await shop.clock.advance(ms);
  await shop.core.runner.settle();
}

async function buy(product: typeof placement, quantity: number) {
  const platformContext = { platform: "youtube", handle: "ada", accountId: null } as const;
  const order = await placePaidOrder(shop.core, [{ product, quantity, platformContext }]);
  await shop.core.runner.settle();
  const [line] = order.lines;
  if (line === undefined) throw new Error("An order has a line");
  return { orderId: order.id, lineId: line.id };
}

async function look(bought: { readonly orderId: string; readonly lineId: string }) {
  const order = await shop.core.orders.get(shop.core.database, staff, bought.orderId);
  const line = await shop.core.fulfillment.findLine(shop.core.database, bought.lineId);
  const attempts = await shop.core.fulfillment.listAttempts(shop.core.database, staff, bought.orderId);
  return { order, line, attempts, state: line?.state };
}

/** The receiving end of suppliers' webhooks, as the API has it. */
async function receiveWebhooks(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const id = request.url?.includes("atelier") ? seededProviderIds.atelier : seededProviderIds.northbeam;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    try {
      await shop.core.fulfillment.receiveWebhook(shop.core.database, id, headers, Buffer.concat(chunks));
      response.writeHead(200).end();
    } catch (error) {
      response.writeHead(isDomainError(error) ? 400 : 500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function listenToWebhooks(): Promise<void> {
  const address = receiver.address();
  if (address === null || typeof address === "string") throw new Error("The receiver has no port");
  const url = (name: string) => `http://127.0.0.1:${address.port}/${name}`;
  await sandbox.control.webhooks.setTargets({
    northbeam: { url: url("northbeam"), secret: webhookSecrets.northbeam },
    atelier: { url: url("atelier"), secret: webhookSecrets.atelier },
  });
}

/** What the supplier has for a purchase. */
async function made(supplier: "northbeam" | "atelier", bought: { readonly orderId: string; readonly lineId: string }) {
  const references = new Set((await look(bought)).attempts.map((attempt) => attempt.reference));
  return (await sandbox.control.suppliers.orders(supplier)).filter((order) => references.has(order.reference));
}

const bookings = async (attemptId: string): Promise<number> => {
  const key = `supplier-cost:${attemptId}`;
  const { rows } = await shop.core.database.pool.query("select 1 from ledger_journals where journal_key = $1", [key]);
  return rows.length;
};

// First: signatures hold for minutes on the wall, and the tests below move the shop's wall by days.
test.each(["northbeam", "atelier"] as const)(
  "%s delivers in full, heard by webhooks alone, each sent twice and in a random order",
  async (supplier) => {
    const start = shop.clock.now().getTime() - hours(72);
    await sandbox.control.clock.set({ business: new Date(start).toISOString() });
    await listenToWebhooks();
    await sandbox.control.webhooks.setMode({ duplicate: 1, hold: true });
    const bought = await buy(supplier === "northbeam" ? placement : hoursProduct, 6);
    for (let step = 0; step < 6; step += 1) {
      await sandbox.control.clock.advance(hours(6));
      await sandbox.control.tick();
    }
    const pending = await sandbox.control.webhooks.pending();
    // At least a report of progress and one of the end, each twice; how many more depends on the day the work starts.
    expect(pending.length).toBeGreaterThanOrEqual(4);
    await sandbox.control.webhooks.flush(pending.map((entry) => entry.index).reverse());
    await shop.core.runner.settle();
    await sandbox.control.webhooks.setMode({ duplicate: 0, hold: false });
    expect(await look(bought)).toMatchObject({ state: "fulfilled", line: { deliveredUnits: 6 } });
    const answers = (await sandbox.control.webhooks.log()).filter((entry) => entry.source === supplier);
    expect(answers.every((entry) => entry.status === 200)).toBe(true);
  },
);

describe.each(["northbeam", "atelier"] as const)("%s", (supplier) => {
  const product = () => (supplier === "northbeam" ? placement : hoursProduct);

  test("delivers in full, heard by asking: accepted, under way, fulfilled with its evidence, cost booked once", async () => {
    const bought = await buy(product(), 6);
    const accepted = await look(bought);
    expect(accepted).toMatchObject({ state: "accepted", order: { state: "active" } });
    expect(await bookings(accepted.attempts[0]?.id ?? "")).toBe(1);
    for (let hour = 0; hour < 16; hour += 1) await pass(hours(1));
    expect(await look(bought)).toMatchObject({ state: "delivering" });
    for (let hour = 0; hour < 16; hour += 1) await pass(hours(1));
    const done = await look(bought);
    expect(done).toMatchObject({ state: "fulfilled", order: { state: "delivered" } });
    expect(done.line).toMatchObject({ deliveredUnits: 6, orderedUnits: 6 });
    const [line] = done.order.lines;
    expect(line?.evidence.reduce((sum, entry) => sum + entry.units, 0)).toBe(6);
    expect(line?.guaranteeEndsAt?.getTime()).toBe((line?.completedAt?.getTime() ?? 0) + hours(14 * 24));
    expect(await bookings(done.attempts[0]?.id ?? "")).toBe(1);
  });

  test("takes the order and falls silent: looked up, submitted once, one order made", async () => {
    await sandbox.control.suppliers.set(supplier, { mode: "accept-then-timeout", hangMs: 200 });
    const bought = await buy(product(), 2);
    expect(await look(bought)).toMatchObject({ state: "ambiguous" });
    await sandbox.control.suppliers.set(supplier, { mode: "normal" });
    await pass(seconds(20));
    const { attempts, state } = await look(bought);
    expect(state).toBe("accepted");
    expect(attempts).toHaveLength(1);
    expect(await made(supplier, bought)).toMatchObject([{ submits: 1, ordersForReference: 1 }]);
  });

  test("says no: the line fails, a person is told, and a replay uses a new reference", async () => {
    await sandbox.control.suppliers.set(supplier, { mode: "reject" });
    const bought = await buy(product(), 2);
    expect(await look(bought)).toMatchObject({ state: "failed", attempts: [{ state: "refused" }] });
    const followUps = await shop.core.fulfillment.listFollowUps(shop.core.database, staff);
    expect(followUps.find((entry) => entry.lineId === bought.lineId)).toMatchObject({ kind: "supplier-refused" });
    await sandbox.control.suppliers.set(supplier, { mode: "normal" });
    await shop.core.database.transaction((tx) => shop.core.fulfillment.replay(tx, staff, bought.lineId));
    await shop.core.runner.settle();
    const { attempts, state } = await look(bought);
    expect(state).toBe("accepted");
    expect(new Set(attempts.map((attempt) => attempt.reference)).size).toBe(2);
  });

  test("is too busy: tried again after a while, until it takes the order once", async () => {
    await sandbox.control.suppliers.set(supplier, { mode: "rate-limited" });
    const bought = await buy(product(), 2);
    expect(await look(bought)).toMatchObject({ state: "ready", attempts: [{ state: "not_sent" }] });
    await sandbox.control.suppliers.set(supplier, { mode: "normal" });
    await pass(seconds(5));
    expect(await look(bought)).toMatchObject({ state: "accepted" });
    expect(await made(supplier, bought)).toHaveLength(1);
  });

  test("answers with half an answer: in doubt, looked up, one order", async () => {
    await sandbox.control.suppliers.set(supplier, { mode: "malformed" });
    const bought = await buy(product(), 2);
    expect(await look(bought)).toMatchObject({ state: "ambiguous" });
    await sandbox.control.suppliers.set(supplier, { mode: "normal" });
    await pass(seconds(20));
    expect(await look(bought)).toMatchObject({ state: "accepted" });
    expect(await made(supplier, bought)).toMatchObject([{ submits: 1, ordersForReference: 1 }]);
  });

  test("ends short: the line says so, with what was delivered", async () => {
    await sandbox.control.suppliers.set(supplier, { mode: "short", shortShare: 0.5 });
    const bought = await buy(product(), 10);
    for (let step = 0; step < 8; step += 1) await pass(hours(5));
    expect(await look(bought)).toMatchObject({ state: "short", line: { deliveredUnits: 5 } });
  });

  test("stops when asked to, and only its word cancels the line", async () => {
    const bought = await buy(product(), 4);
    await shop.core.database.transaction((tx) => shop.core.fulfillment.requestCancel(tx, staff, bought.lineId));
    expect(await look(bought)).toMatchObject({ state: "accepted" });
    await shop.core.runner.settle();
    expect(await look(bought)).toMatchObject({ state: "canceled", attempts: [{ state: "canceled" }] });
    expect(await made(supplier, bought)).toMatchObject([{ state: "canceled" }]);
  });

  test("tells its balance", async () => {
    const id = seededProviderIds[supplier];
    const balance = await shop.core.suppliers.balance(shop.core.database, staff, id);
    expect(balance).toMatchObject({ kind: "known", currency: "EUR" });
  });

  test("is not believed without its signature, and nothing is stored", async () => {
    const id = seededProviderIds[supplier];
    const body = new TextEncoder().encode("{}");
    const receive = (headers: Record<string, string>) =>
      shop.core.fulfillment.receiveWebhook(shop.core.database, id, headers, body);
    await expect(receive({})).rejects.toMatchObject({ code: "webhook.signature-invalid" });
    const forged = {
      "webhook-id": "1",
      "webhook-timestamp": "1",
      "webhook-signature": "v1,AAAA",
      "x-atelier-signature": "sha256=00",
    };
    await expect(receive(forged)).rejects.toMatchObject({ code: "webhook.signature-invalid" });
  });
});

test("an order that Atelier made twice under one reference is kept once, the other is stopped and told", async () => {
  await sandbox.control.suppliers.set("atelier", { mode: "accept-then-timeout", hangMs: 200 });
  const bought = await buy(hoursProduct, 2);
  await sandbox.control.suppliers.set("atelier", { mode: "normal" });
  const reference = (await look(bought)).attempts[0]?.reference ?? "";
  // Somebody repeats the submit behind our back, as a proxy might.
  const form = { client_ref: reference, service_code: "community-hours", units: "2", channel: "youtube:ada" };
  await fetch(`${sandbox.url}/suppliers/atelier/api/jobs`, {
    method: "POST",
    headers: { "x-api-key": "at_test_key" },
    body: new URLSearchParams(form),
  });
  await pass(seconds(20));
  expect(await look(bought)).toMatchObject({ state: "accepted" });
  const states = (await made("atelier", bought)).map((order) => order.state).sort();
  expect(states).toEqual(["accepted", "canceled"]);
  const followUps = await shop.core.fulfillment.listFollowUps(shop.core.database, staff);
  expect(followUps.find((entry) => entry.lineId === bought.lineId)).toMatchObject({ kind: "duplicate-order" });
});

test("a supplier that is down gets the order when it is back, once", async () => {
  await sandbox.control.suppliers.set("northbeam", { mode: "down" });
  const bought = await buy(placement, 1);
  for (let step = 0; step < 4; step += 1) await pass(seconds(30));
  await sandbox.control.suppliers.set("northbeam", { mode: "normal" });
  await pass(hours(1));
  expect(await look(bought)).toMatchObject({ state: "accepted" });
  expect(await made("northbeam", bought)).toMatchObject([{ submits: 1 }]);
});

test("a supplier that is down during the guarantee spoils no delivery: the failed look is told apart", async () => {
  const bought = await buy(placement, 2);
  for (let step = 0; step < 8; step += 1) await pass(hours(5));
  expect(await look(bought)).toMatchObject({ state: "fulfilled", attempts: [{ state: "completed", lastError: null }] });
  await sandbox.control.suppliers.set("northbeam", { mode: "down" });
  await pass(hours(48));
  const down = await look(bought);
  expect(down).toMatchObject({ state: "fulfilled", order: { state: "delivered" } });
  expect(down.attempts.map(troubleOf)).toEqual([
    { lastError: null, laterLookError: expect.stringContaining("HTTP 503") },
  ]);
  await sandbox.control.suppliers.set("northbeam", { mode: "normal" });
  await pass(hours(48));
  expect((await look(bought)).attempts.map(troubleOf)).toEqual([{ lastError: null, laterLookError: null }]);
});

test("a placement taken down inside the guarantee makes a fulfilled line short, and the order does not move", async () => {
  const bought = await buy(placement, 4);
  for (let step = 0; step < 8; step += 1) await pass(hours(5));
  expect(await look(bought)).toMatchObject({ state: "fulfilled" });
  const piece = (await look(bought)).order.lines[0]?.evidence[0];
  await sandbox.control.suppliers.setEvidence(piece?.url?.split("/").at(-1) ?? "", false);
  await pass(hours(48));
  const fallen = await look(bought);
  expect(fallen).toMatchObject({
    state: "short",
    order: { state: "delivered" },
    line: { deliveredUnits: 4 - (piece?.units ?? 0) },
  });
  const completed = (await publishedEvents(shop.core, "fulfillment.line-completed")).filter(
    (event) => event.lineId === bought.lineId,
  );
  expect(completed).toMatchObject([
    { state: "fulfilled", recount: false, onTime: true },
    { state: "short", recount: true },
  ]);
});
