import {
  createTestCore,
  platformEnvironment,
  publishedEvents,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { days, hours } from "#kernel/clock";
import type { ConsentTokens } from "./sources/source.ts";

const redirectUri = "http://localhost:3000/back";
let sandbox: Sandbox;
let shop: TestCore;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore(platformEnvironment(sandbox.url));
});
beforeEach(() => sandbox.control.reset());
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

const owner = { role: "customer", ownerId: "cus_owner" } as const;
const accounts = () => shop.core.socialAccounts;
const read = (accountId: string) => accounts().read(accountId, "baseline");

async function consentTo(platform: "tiktok" | "instagram", handle: string): Promise<ConsentTokens> {
  const consent = accounts().consentFor(platform);
  const address = new URL(consent?.authorizeUrl({ state: "s", redirectUri, codeChallenge: "c" }) ?? "");
  const body = new URLSearchParams([...address.searchParams, ["handle", handle], ["answer", "allow"]]);
  const sent = await fetch(`${address.origin}${address.pathname}`, { method: "POST", body, redirect: "manual" });
  const code = new URL(sent.headers.get("location") ?? "").searchParams.get("code") ?? "";
  const outcome = await consent?.exchange({ code, codeVerifier: "v", redirectUri });
  if (outcome?.ok !== true) throw new Error("not connected");
  return outcome.tokens;
}

/** A channel of the owner's with their consent kept. */
async function connected(handle: string): Promise<string> {
  const { account } = await accounts().validate(shop.core.database, owner, { platform: "tiktok", handle });
  const tokens = await consentTo("tiktok", handle);
  await shop.core.database.transaction((tx) => accounts().saveConnection(tx, account?.id ?? "", tokens));
  return account?.id ?? "";
}

const stateOf = async (accountId: string) =>
  (await accounts().findConnections(shop.core.database, [accountId]))[0]?.state;

describe("an owner's consent", () => {
  test("lets readings be taken that were not possible before, also when the owner validates the channel again", async () => {
    const id = await connected("maker");
    await sandbox.control.channels.set("tiktok", "maker", { followers: 777, growthPerDay: 0 });
    expect(await read(id)).toMatchObject({ status: "measured", reading: { followers: 777, method: "owner_oauth" } });
    const input = { platform: "tiktok", handle: "@Maker" } as const;
    const validated = await accounts().validate(shop.core.database, owner, input);
    expect(validated).toMatchObject({ status: "measured", account: { id }, snapshot: { method: "owner_oauth" } });
  });

  test("is kept sealed: the database holds no token, and nothing that is asked for gives one back", async () => {
    const id = await connected("sealed");
    const { rows } = await shop.core.database.pool.query("select * from account_connections where account_id = $1", [
      id,
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/act_|rft_/);
    expect(JSON.stringify(await accounts().findConnections(shop.core.database, [id]))).not.toMatch(/act_|rft_|sealed/);
  });

  test("is renewed before it ends, once for everybody who reads at the same time", async () => {
    const id = await connected("renewed");
    await shop.clock.advance(hours(23));
    const outcomes = await Promise.all([read(id), read(id), read(id)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["measured", "measured", "measured"]);
    expect(await stateOf(id)).toBe("live");
    const [connection] = await accounts().findConnections(shop.core.database, [id]);
    expect(connection?.expiresAt?.getTime()).toBeGreaterThan(Date.now() + hours(23));
  });

  test("that the owner took back is expired, told once, and readings go on without it", async () => {
    const id = await connected("leaver");
    await sandbox.control.channels.withdrawConsent("tiktok", "leaver");
    expect(await read(id)).toMatchObject({ status: "failed", failure: { kind: "consent_required" } });
    await read(id);
    expect(await stateOf(id)).toBe("expired");
    const events = await publishedEvents(shop.core, "social-accounts.connection-expired");
    expect(events.filter((event) => JSON.stringify(event).includes(id))).toHaveLength(1);
  });

  test("stays when the platform is down while it should be renewed", async () => {
    const id = await connected("patient");
    await shop.clock.advance(hours(23));
    await sandbox.control.platforms.set("tiktok", "down");
    expect(await read(id)).toMatchObject({ status: "failed", failure: { kind: "source_down" } });
    expect(await stateOf(id)).toBe("live");
    await sandbox.control.platforms.set("tiktok", "normal");
    expect((await read(id)).status).toBe("measured");
  });

  test("can be ended by the owner in the shop: the platform is told and the tokens are gone", async () => {
    const id = await connected("ended");
    expect(await accounts().revokeConnection(id)).toBe(true);
    const drop = () => shop.core.database.transaction((tx) => accounts().dropConnection(tx, id));
    expect([await drop(), await drop()]).toEqual([true, false]);
    expect(await read(id)).toMatchObject({ failure: { kind: "consent_required" } });
  });
});

test("a history shows readings and gaps together, page by page, whatever their number", async () => {
  const input = { platform: "bluesky", handle: "pages.bsky.social" } as const;
  const { account } = await accounts().validate(shop.core.database, owner, input);
  const id = account?.id ?? "";
  for (const mode of ["down", "normal", "down", "normal"] as const) {
    await shop.clock.advance(days(1));
    await sandbox.control.platforms.set("bluesky", mode);
    const outcome = await read(id);
    await shop.core.database.transaction((tx) => accounts().record(tx, id, outcome));
  }
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<ReturnType<typeof accounts>["listReadings"]>> = await accounts().listReadings(
      shop.core.database,
      id,
      { cursor, limit: 2 },
    );
    seen.push(...page.items.map((entry) => (entry.status === "read" ? "read" : entry.gap.kind)));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(["read", "source_down", "read", "source_down", "read"]);
});
