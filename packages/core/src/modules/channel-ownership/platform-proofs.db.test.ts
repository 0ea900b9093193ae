import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createTestCore, platformEnvironment, type Sandbox, startSandbox, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor";
import { minutes } from "#kernel/clock";
import { isDomainError } from "#kernel/domain-error";
import { domainProofPath, proofPageOf } from "./proof-page.ts";

type Shopper = Extract<Actor, { role: "guest" | "customer" }>;
type Platform = "mastodon" | "tiktok" | "bluesky";
let sandbox: Sandbox;
let shop: TestCore;
/** The site of somebody whose Bluesky channel is named after their domain. */
let site: Server;
let shown = "";

beforeAll(async () => {
  sandbox = await startSandbox();
  site = createServer(({ url }, answer) => answer.end(url === domainProofPath ? shown : "a page"));
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const outside = platformEnvironment(sandbox.url);
  shop = await createTestCore({
    ...outside,
    EGRESS_ORIGINS: `${outside.EGRESS_ORIGINS},${siteUrl}`,
    EGRESS_HOSTS: `${outside.EGRESS_HOSTS},maker.example=${siteUrl}`,
    PUBLIC_URL: "https://localhost:3000",
  });
});
beforeEach(() => sandbox.control.reset());
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
  site?.closeAllConnections();
  await new Promise((resolve) => site.close(resolve));
});

const ownership = () => shop.core.channelOwnership;
const db = () => shop.core.database;
const newGuest = async (): Promise<Shopper> => ({
  role: "guest",
  ownerId: (await shop.core.customers.createGuest(db())).ownerId,
});
const add = async (actor: Actor, platform: Platform, handle: string) => {
  const { account } = await shop.core.socialAccounts.validate(db(), actor, { platform, handle });
  if (account === null) throw new Error("the sandbox knows every handle");
  return account;
};
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (isDomainError(error) ? error.code : error),
  );

describe("a link the platform verified", () => {
  test("to the code's page proves a Mastodon channel, more strongly than its description", async () => {
    const guest = await newGuest();
    const account = await add(guest, "mastodon", "maker@mastodon.example");
    const { id, code } = await ownership().issueChallenge(db(), guest, account.id);
    const page = proofPageOf(shop.core.config.publicUrl, code);
    await sandbox.control.channels.set("mastodon", "maker@mastodon.example", {
      bio: code,
      links: [page],
      verifiedLinks: [page],
    });
    const { finding, claim } = await ownership().checkChallenge(guest, account.id, id);
    expect([finding, claim?.method, claim?.evidence.place]).toEqual(["proven", "protocol", "verified_link"]);
    expect(await ownership().findByCode(db(), code)).toBeNull();
  });
});

describe("a trip to the platform's consent page", () => {
  /** What a person does there: signs in as `handle` and allows; answers what the browser comes back with. */
  async function allow(authorizeUrl: string, handle: string) {
    const address = new URL(authorizeUrl);
    const body = new URLSearchParams([...address.searchParams, ["handle", handle], ["answer", "allow"]]);
    const sent = await fetch(`${address.origin}${address.pathname}`, { method: "POST", body, redirect: "manual" });
    const back = new URL(sent.headers.get("location") ?? "").searchParams;
    return { state: back.get("state") ?? "", code: back.get("code") ?? "" };
  }
  const begin = (actor: Actor, accountId: string) => ownership().beginConsent(db(), actor, accountId);

  test("proves the channel, connects it, and brings its first reading", async () => {
    const guest = await newGuest();
    const account = await add(guest, "tiktok", "dancer");
    expect((await ownership().get(db(), guest, account.id)).methods).toEqual(["oauth"]);
    const answer = await allow((await begin(guest, account.id)).authorizeUrl, "dancer");
    await ownership().completeConsent(guest, answer);
    expect(await ownership().isProven(db(), guest.ownerId, account.id)).toBe(true);
    expect(await ownership().get(db(), guest, account.id)).toMatchObject({
      connection: { state: "live" },
      claim: { method: "oauth", evidence: { place: "consent", source: "tiktok-consent" } },
      snapshot: { method: "owner_oauth" },
    });
  });

  test("counts once, for ten minutes, and only for the person who set out", async () => {
    const guest = await newGuest();
    const account = await add(guest, "tiktok", "oncer");
    const answer = await allow((await begin(guest, account.id)).authorizeUrl, "oncer");
    expect(await codeOf(ownership().completeConsent(await newGuest(), answer))).toBe("ownership.consent-expired");
    await ownership().completeConsent(guest, answer);
    expect(await codeOf(ownership().completeConsent(guest, answer))).toBe("ownership.consent-expired");
    const late = await begin(guest, account.id);
    await shop.clock.advance(minutes(10));
    const tooLate = await allow(late.authorizeUrl, "oncer");
    expect(await codeOf(ownership().completeConsent(guest, tooLate))).toBe("ownership.consent-expired");
  });

  test("made as another channel proves nothing and connects nothing", async () => {
    const guest = await newGuest();
    const account = await add(guest, "tiktok", "wanted");
    const answer = await allow((await begin(guest, account.id)).authorizeUrl, "somebodyelse");
    expect(await codeOf(ownership().completeConsent(guest, answer))).toBe("ownership.consent-refused");
    expect(await ownership().get(db(), guest, account.id)).toMatchObject({ connection: null, ownership: "unproven" });
  });

  test("is over when the channel is disconnected: the tokens are gone, the proof stays", async () => {
    const guest = await newGuest();
    const account = await add(guest, "tiktok", "leaving");
    await ownership().completeConsent(guest, await allow((await begin(guest, account.id)).authorizeUrl, "leaving"));
    await ownership().disconnect(guest, account.id);
    expect(await shop.core.socialAccounts.findConnections(db(), [account.id])).toEqual([]);
    expect(await ownership().isProven(db(), guest.ownerId, account.id)).toBe(true);
  });
});

describe("a Bluesky channel named after a domain", () => {
  test("is proven by a file on that domain, and not by the name alone", async () => {
    const guest = await newGuest();
    const account = await add(guest, "bluesky", "maker.example");
    const { id, code } = await ownership().issueChallenge(db(), guest, account.id);
    shown = "another code";
    expect((await ownership().checkChallenge(guest, account.id, id)).finding).toBe("code_missing");
    shown = `smplat-${code}\n`;
    await shop.clock.advance(minutes(1));
    const { claim } = await ownership().checkChallenge(guest, account.id, id);
    expect([claim?.method, claim?.evidence.place]).toEqual(["protocol", "domain"]);
  });

  test("on the host's own domain, or on one that does not answer, has no code there", async () => {
    const guest = await newGuest();
    for (const handle of ["somebody.bsky.social", "nowhere.invalid"]) {
      const account = await add(guest, "bluesky", handle);
      const { id } = await ownership().issueChallenge(db(), guest, account.id);
      expect((await ownership().checkChallenge(guest, account.id, id)).finding).toBe("code_missing");
    }
  });
});

test("a platform without a consent page has none to go to", async () => {
  const guest = await newGuest();
  const account = await add(guest, "bluesky", "plain.bsky.social");
  expect(await codeOf(ownership().beginConsent(db(), guest, account.id))).toBe("ownership.not-provable");
});
