import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { seededProviderIds, seedProviders } from "@smplat/core/seed";
import { verify } from "@smplat/core/verify";
import { verifyProofFile } from "@smplat/receipt-verifier";
import {
  fillCart,
  pay,
  publishSampleProduct,
  refusal,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

const hour = 3_600_000;
const command = fileURLToPath(new URL("../../commands/receipt-verify.ts", import.meta.url));
let shop: TestShop;
let guest: Visitor;
let orderId: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "proofs-"));
  shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  await shop.reportToShop(seededProviderIds);
  for (const supplier of ["northbeam", "atelier"] as const)
    await shop.sandbox.control.suppliers.set(supplier, { variation: "none" });
  const product = await publishSampleProduct(shop.core, { platforms: ["youtube"] });
  guest = shop.visit();
  const { account } = await guest.api.metrics.validateAccount({ body: { platform: "youtube", handle: "@brand" } });
  const platformContext = { platform: "youtube", handle: "@brand", accountId: account?.id ?? null } as const;
  ({ orderId } = await pay(guest, await fillCart(guest, product, { platformContext })));
  await shop.settle();
}, 60_000);
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  expect((await verify(shop.core.database.pool)).findings).toEqual([]);
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});

const download = async () => {
  const answer = await guest.api.proofs.file({ params: { orderId } });
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

/** The command, offline: with the keys as a file. */
async function runVerify(bytes: Uint8Array): Promise<{ code: number; output: string }> {
  const file = join(folder, "proof.json");
  const keys = join(folder, "keys.json");
  await writeFile(file, bytes);
  await writeFile(keys, JSON.stringify(await guest.api.proofs.keys({})));
  return runCommand([file, "--key", keys]);
}

function runCommand(args: readonly string[], publicUrl = ""): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env: { PUBLIC_URL: publicUrl } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr });
    });
  });
}

test("the command names a file that isn't there before it asks for keys, and asks the shop of PUBLIC_URL", async () => {
  const nobody = "http://127.0.0.1:1";
  const missing = join(folder, "nothing.json");
  expect(await runCommand([missing], nobody)).toEqual({ code: 2, output: `There is no file ${missing}\n` });
  expect(await runCommand([folder], nobody)).toEqual({ code: 2, output: `Can't read file ${folder}\n` });
  const there = join(folder, "there.json");
  await writeFile(there, "{}");
  expect((await runCommand([there], nobody)).output).toContain(`No keys from ${nobody}/api/v1/proofs/keys`);
});

test("404 for the file of an order that nothing was signed for, while its list is empty", async () => {
  expect((await guest.api.proofs.ofOrder({ params: { orderId } })).receipts).toEqual([]);
  expect(await refusal(guest.api.proofs.file({ params: { orderId } }))).toMatchObject({
    status: 404,
    code: "proof.not-found",
  });
});

describe("a delivered order", () => {
  beforeAll(async () => {
    for (let step = 0; step < 60; step += 1) await shop.pass(hour);
  }, 120_000);

  test("200 lists its signed proofs, and the file verifies with the published keys", async () => {
    const { receipts } = await guest.api.proofs.ofOrder({ params: { orderId } });
    expect(receipts[0]).toMatchObject({ sequence: 1, cause: "completed", previous: null });
    const { answer, bytes } = await download();
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; .*proof-SM-\d+\.json/);
    expect(answer.headers.get("content-type")).toContain("application/json");
    const { keys } = await guest.api.proofs.keys({});
    expect(keys.filter((key) => key.current)).toHaveLength(1);
    const { verified, findings, file } = await verifyProofFile(bytes, keys);
    expect({ verified, findings }).toEqual({ verified: true, findings: [] });
    expect(file?.receipts.map((receipt) => receipt.statement.digest)).toEqual(
      receipts.map((receipt) => receipt.digest),
    );
  });

  test("the paper for people and its PDF carry a digest of the file", async () => {
    const { receipts } = await guest.api.proofs.ofOrder({ params: { orderId } });
    const paper = await guest.api.orders.paper({ params: { orderId, kind: "receipt", format: "html" } });
    const html = await paper.text();
    expect(receipts.filter((receipt) => html.includes(receipt.digest))).toHaveLength(1);
    expect(html).toContain("http://localhost:3000/verify");
  });

  test("nothing of suppliers, costs, payloads or rules is in the file", async () => {
    const text = new TextDecoder().decode((await download()).bytes);
    expect(text).not.toMatch(/northbeam|atelier|margin|serviceKey|prv_|att_|mara@example|Mara/i);
  });

  test("200 the root of its day is public and signed, and 404 for a day without one", async () => {
    const { items } = await guest.api.proofs.roots({ query: {} });
    const [root] = items;
    if (root === undefined) throw new Error("no root was published");
    expect(await guest.api.proofs.root({ params: { date: root.root.date } })).toEqual(root);
    const { receipts } = await guest.api.proofs.ofOrder({ params: { orderId } });
    const published = receipts.find((receipt) => receipt.publishedOn !== null);
    const place = await guest.api.proofs.place({ params: { digest: published?.digest ?? "" } });
    expect(place.inclusion?.date).toBe(place.root?.root.date);
    const none = guest.api.proofs.root({ params: { date: "2020-02-02" } });
    expect(await refusal(none)).toMatchObject({ status: 404, code: "proof.root-not-found" });
  });

  test("404 for a digest nobody signed, 422 for what is none", async () => {
    expect(await refusal(guest.api.proofs.place({ params: { digest: "0".repeat(64) } }))).toMatchObject({
      status: 404,
    });
    expect((await guest.send("GET", "/proofs/abc")).status).toBe(422);
    expect((await guest.send("GET", "/proofs/roots/2026-13-01")).status).toBe(422);
    expect((await guest.send("GET", "/proofs/roots?cursor=x")).status).toBe(422);
  });

  test("404 for somebody else, 401 for nobody", async () => {
    const stranger = shop.visit();
    await stranger.api.carts.create({ body: { currency: "EUR" } });
    expect(await refusal(stranger.api.proofs.file({ params: { orderId } }))).toMatchObject({ status: 404 });
    expect(await refusal(stranger.api.proofs.ofOrder({ params: { orderId } }))).toMatchObject({ status: 404 });
    expect(await refusal(shop.visit().api.proofs.file({ params: { orderId } }))).toMatchObject({ status: 401 });
  });

  test("npm run receipt:verify verifies the file offline, and names a changed field and exits 1", async () => {
    const { bytes } = await download();
    const right = await runVerify(bytes);
    expect(right).toMatchObject({ code: 0, output: expect.stringContaining("✓ Verified") });
    const text = new TextDecoder().decode(bytes);
    const tampered = text.replace('"delivered":4', '"delivered":5');
    expect(tampered).not.toBe(text);
    const wrong = await runVerify(new TextEncoder().encode(tampered));
    expect(wrong.code).toBe(1);
    expect(wrong.output).toContain("/line/delivered [receipt.field-changed]");
  });
});

test("200 readiness lists database, queue, the storage's last probe and every job with its age", async () => {
  await shop.core.storageProbes.run();
  const { checks } = await guest.api.health.readyz({});
  expect(checks.slice(0, 3).map((check) => [check.name, check.status])).toEqual([
    ["database", "ok"],
    ["queue", "ok"],
    ["storage", "ok"],
  ]);
  expect(checks.filter((check) => check.kind === "job")).toHaveLength(shop.core.handlers.length);
  const issuing = checks.find((check) => check.name === "receipts.issue-receipt");
  expect(issuing).toMatchObject({ status: "ok", overdue: false, ageSeconds: expect.any(Number) });
});
