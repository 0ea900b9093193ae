import { type ProofFile, verifyProofFile } from "@smplat/receipt-verifier";
import {
  createTestCore,
  placePaidOrder,
  publishedEvents,
  publishSampleProduct,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor";
import { days, hours } from "#kernel/clock";
import { seedProviders } from "../../seed/providers.ts";
import { receiptInvariants } from "./receipt-invariants.ts";

const staff = { role: "operator", staffId: "cus_operator" } as const;
const buyer = { role: "customer", ownerId: "cus_buyer" } as const;
const admin = { role: "admin", staffId: "cus_admin" } as const;
const stranger = { role: "customer", ownerId: "cus_stranger" } as const;
let sandbox: Sandbox;
let shop: TestCore;
let product: Awaited<ReturnType<typeof publishSampleProduct>>;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({ EGRESS_ORIGINS: sandbox.url, BLUESKY_API_URL: `${sandbox.url}/bluesky` });
  await seedProviders(shop.core, {
    northbeam: {
      apiUrl: `${sandbox.url}/suppliers/northbeam/v1`,
      apiKey: "nb_test_key",
      webhookSecret: `whsec_${Buffer.from("northbeam webhook secret").toString("base64")}`,
    },
    atelier: { apiUrl: `${sandbox.url}/suppliers/atelier/api`, apiKey: "at_test_key", webhookSecret: "atelier" },
  });
  await sandbox.control.suppliers.set("northbeam", { mode: "normal", variation: "none" });
  product = await publishSampleProduct(shop.core, {
    serviceKey: "placements",
    deliverableKind: "placement",
    platforms: ["bluesky"],
  });
});

afterEach(async () => {
  for (const invariant of receiptInvariants) {
    expect((await shop.core.database.pool.query(invariant.sql)).rows, invariant.says).toEqual([]);
  }
  shop.log.assertNoUnexpectedErrors();
});

afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

async function pass(ms: number): Promise<void> {
  await sandbox.control.clock.advance(ms);
  await shop.clock.advance(ms);
  await shop.core.runner.settle();
}

const erase = (actor: Actor, orderId: string) =>
  shop.core.database.transaction((tx) =>
    shop.core.receipts.eraseValues(tx, actor, { orderId, reason: "The buyer asked us to forget them." }),
  );

let channels = 0;

/** An order of two lines for one measured channel, delivered, with the first receipts written. */
async function deliver() {
  channels += 1;
  const handle = `receipts${channels}.bsky.social`;
  await sandbox.control.channels.set("bluesky", handle, { followers: 5_000 });
  const { account } = await shop.core.socialAccounts.validate(shop.core.database, buyer, {
    platform: "bluesky",
    handle,
  });
  const platformContext = { platform: "bluesky", handle, accountId: account?.id ?? null } as const;
  const line = { product, quantity: 6, platformContext };
  const order = await placePaidOrder(shop.core, [line, { ...line, quantity: 3 }]);
  await shop.core.runner.settle();
  // How long a supplier takes is drawn anew for each order.
  const completed = async () => (await listOf(order.id)).filter((receipt) => receipt.cause === "completed").length;
  for (let hour = 0; hour < 200 && (await completed()) < 2; hour += 1) await pass(hours(1));
  return { orderId: order.id, ownerId: order.ownerId, handle };
}

const listOf = (orderId: string) => shop.core.receipts.list(shop.core.database, staff, orderId);
const keysOf = async () =>
  (await shop.core.receipts.keys(shop.core.database)).map((key) => ({ ...key, algorithm: "Ed25519" as const }));
async function fileOf(orderId: string) {
  const { bytes } = await shop.core.receipts.exportFile(shop.core.database, staff, orderId);
  const file = JSON.parse(new TextDecoder().decode(bytes)) as ProofFile;
  return { bytes, file, verification: await verifyProofFile(bytes, await keysOf()) };
}

describe("receipts of a delivered order", () => {
  let order: Awaited<ReturnType<typeof deliver>>;
  beforeAll(async () => {
    order = await deliver();
  });

  test("are one chain over all its lines, each signed once per cause, and verify without the shop", async () => {
    const receipts = await listOf(order.orderId);
    expect(receipts.map((receipt) => receipt.sequence)).toEqual(receipts.map((_, index) => index + 1));
    expect(new Set(receipts.map((receipt) => receipt.lineId)).size).toBe(2);
    expect(receipts.filter((receipt) => receipt.cause === "completed")).toHaveLength(2);
    const { verification, file } = await fileOf(order.orderId);
    expect(verification).toMatchObject({ verified: true, findings: [] });
    expect(file.receipts[0]?.document).toMatchObject({
      line: { state: "fulfilled" },
      policy: { outcome: "allowed" },
      proof: { baseline: { followers: 5_000, source: "bluesky-appview", method: "official_api" } },
    });
    expect(new Set(file.receipts.map(({ document: { line } }) => `${line.delivered} of ${line.ordered}`))).toEqual(
      new Set(["6 of 6", "3 of 3"]),
    );
    const issued = await publishedEvents(shop.core, "receipts.receipt-issued");
    expect(issued.filter((event) => (event as { orderId?: string }).orderId === order.orderId)).toHaveLength(
      receipts.length,
    );
  });

  test("name nobody in what is signed: handle and evidence are behind seals", async () => {
    const { file } = await fileOf(order.orderId);
    for (const { document, openings } of file.receipts) {
      expect(JSON.stringify(document)).not.toContain(order.handle);
      expect(JSON.stringify(document)).not.toMatch(/@|northbeam|atelier|example\.com/i);
      expect(openings.find((opening) => opening.path === "/channel/handle")?.value).toBe(order.handle);
    }
  });

  test("grow when the channel is read again a week later, and not when nothing new is known", async () => {
    const ofTheWeek = async () =>
      (await listOf(order.orderId)).filter((receipt) => receipt.cause === "after-7d").length;
    for (let step = 0; step < 40 && (await ofTheWeek()) < 2; step += 1) await pass(hours(6));
    expect(await ofTheWeek()).toBe(2);
    const count = (await listOf(order.orderId)).length;
    await pass(hours(20));
    expect(await listOf(order.orderId)).toHaveLength(count);
    expect((await fileOf(order.orderId)).verification.verified).toBe(true);
  });

  test("are in the tree of their day, which is signed, chained and never changes", async () => {
    const { file, verification } = await fileOf(order.orderId);
    expect(verification.verified).toBe(true);
    const first = file.receipts[0];
    expect(first?.inclusion).not.toBeNull();
    const {
      items: [newest],
    } = await shop.core.receipts.roots(shop.core.database, { limit: 1 });
    expect(newest?.root.date).toBe(file.roots.at(-1)?.root.date);
    const place = await shop.core.receipts.place(shop.core.database, first?.statement.digest ?? "");
    expect(place.inclusion).toEqual(first?.inclusion);
    await expect(shop.core.database.pool.query("update proof_roots set document = '{}'")).rejects.toThrow(
      "append-only",
    );
    await expect(
      shop.core.database.pool.query("update proof_receipts set root_date = null where root_date is not null"),
    ).rejects.toThrow("is signed");
  });

  test("can't be changed or removed in the database", async () => {
    const { pool } = shop.core.database;
    await expect(pool.query("update proof_receipts set document = '{}'")).rejects.toThrow("is signed");
    await expect(pool.query("delete from proof_receipts")).rejects.toThrow(/is signed|violates foreign key/);
  });

  test("are for whoever may see the order", async () => {
    const { database, receipts } = shop.core;
    await expect(receipts.list(database, stranger, order.orderId)).rejects.toThrow("order.not-found");
    await expect(receipts.exportFile(database, stranger, order.orderId)).rejects.toThrow("order.not-found");
  });

  test("still verify after the personal values behind the seals were erased", async () => {
    await expect(erase(staff, order.orderId)).rejects.toThrow("auth.forbidden");
    const [first, again] = await Promise.all([erase(admin, order.orderId), erase(admin, order.orderId)]);
    expect(again).toEqual(first);
    expect(first.erased).toBeGreaterThan(0);
    const erased = await fileOf(order.orderId);
    expect(erased.verification.verified).toBe(true);
    expect(new TextDecoder().decode(erased.bytes)).not.toContain(order.handle);
  });
});

test("what is signed of an order after an erasure keeps no personal values, and verifies", async () => {
  const { orderId, handle } = await deliver();
  await erase(admin, orderId);
  const before = await listOf(orderId);
  await pass(days(9));
  await pass(hours(2));
  expect((await listOf(orderId)).length).toBeGreaterThan(before.length);
  const { bytes, file, verification } = await fileOf(orderId);
  expect(verification.verified).toBe(true);
  expect(file.receipts.flatMap((receipt) => receipt.openings)).toEqual([]);
  expect(new TextDecoder().decode(bytes)).not.toContain(handle);
});

test("an order that has nothing to prove yet has no receipts, and issuing changes nothing", async () => {
  const order = await placePaidOrder(shop.core, [{ product, quantity: 6, platformContext: null }]);
  const issued = await shop.core.database.transaction((tx) => shop.core.receipts.issueForOrder(tx, order.id));
  expect(issued).toEqual([]);
  await expect(shop.core.receipts.exportFile(shop.core.database, staff, order.id)).rejects.toThrow("proof.not-found");
});

test("asked for at once by many, a line gets one receipt and the chain stays one", async () => {
  const { orderId } = await deliver();
  const before = await listOf(orderId);
  const ask = () => shop.core.database.transaction((tx) => shop.core.receipts.issueForOrder(tx, orderId));
  const answers = await Promise.all(Array.from({ length: 8 }, ask));
  expect(await listOf(orderId)).toHaveLength(before.length);
  for (const answer of answers) expect(answer).toHaveLength(2);
});

test("a reading that came late, after the shop was down for days, is signed an hour later", async () => {
  const { orderId } = await deliver();
  const before = await listOf(orderId);
  await pass(days(9));
  await pass(hours(2));
  const added = (await listOf(orderId)).slice(before.length);
  expect(new Set(added.map((receipt) => receipt.lineId)).size).toBe(2);
  for (const { cause } of added) expect(cause).toMatch(/^after-/);
  expect((await fileOf(orderId)).verification.verified).toBe(true);
});
