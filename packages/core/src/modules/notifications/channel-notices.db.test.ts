import { createTestCore, newAccount, type Sandbox, startSandbox, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "#kernel/actor";
import { days } from "#kernel/clock";

let sandbox: Sandbox;
let shop: TestCore;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({
    EGRESS_ORIGINS: sandbox.url,
    YOUTUBE_API_URL: sandbox.url,
    YOUTUBE_API_KEY: "yt_test_key",
    SMTP_URL: sandbox.smtpUrl,
    PUBLIC_URL: "http://localhost:3000",
  });
}, 60_000);
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

/** A new customer who has a channel proven. */
async function proveAsCustomer(handle: string) {
  const { customerId, email } = await newAccount(shop.core);
  const actor: Actor = { role: "customer", ownerId: customerId };
  const { channelOwnership, database, socialAccounts } = shop.core;
  const { account } = await socialAccounts.validate(database, actor, { platform: "youtube", handle });
  const challenge = await channelOwnership.issueChallenge(database, actor, account?.id ?? "");
  await sandbox.control.channels.set("youtube", handle, { bio: challenge.code });
  await channelOwnership.checkChallenge(actor, account?.id ?? "", challenge.id);
  await shop.core.runner.settle();
  return { email, accountId: account?.id ?? "" };
}
const mailsTo = async (address: string) => (await sandbox.control.mailbox.list(address)).map(({ subject }) => subject);

test("who loses a channel to a later proof is told by mail, and nobody else", async () => {
  const first = await proveAsCustomer("mailed");
  const second = await proveAsCustomer("mailed");
  expect(await mailsTo(first.email)).toEqual(["@mailed was proven by somebody else"]);
  expect(await mailsTo(second.email)).toEqual([]);
});

test("an owner is reminded a week before a proof ends, and told when it did", async () => {
  const owner = await proveAsCustomer("reminded");
  await shop.clock.advance(days(83));
  await shop.core.runner.settle();
  expect(await mailsTo(owner.email)).toEqual(["Prove @reminded again"]);
  await shop.clock.advance(days(7));
  await shop.core.runner.settle();
  expect((await mailsTo(owner.email)).toSorted()).toEqual([
    "Prove @reminded again",
    "The proof of @reminded no longer counts",
  ]);
});
