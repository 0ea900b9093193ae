import { createTestCore, type Sandbox, startSandbox, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor";
import { hours } from "#kernel/clock";
import { isDomainError } from "#kernel/domain-error";
import { customerSignedIn } from "#modules/customers";

let sandbox: Sandbox;
let shop: TestCore;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({
    EGRESS_ORIGINS: sandbox.url,
    YOUTUBE_API_URL: sandbox.url,
    YOUTUBE_API_KEY: "yt_test_key",
    BLUESKY_API_URL: `${sandbox.url}/bluesky`,
  });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  await shop?.close();
  await sandbox?.stop();
});

const newGuest = async (): Promise<Extract<Actor, { role: "guest" }>> => {
  const { ownerId } = await shop.core.customers.createGuest(shop.core.database);
  return { role: "guest", ownerId };
};
const validate = (actor: Actor, platform: "youtube" | "bluesky" | "instagram", handle: string) =>
  shop.core.socialAccounts.validate(shop.core.database, actor, { platform, handle });
const countRows = async (table: string): Promise<number> => {
  const { rows } = await shop.core.database.pool.query<{ n: number }>(`select count(*) as n from ${table}`);
  return Number(rows[0]?.n);
};

describe("validating a channel", () => {
  test("keeps it with its first reading, and again with a second one, under one id", async () => {
    const guest = await newGuest();
    await sandbox.control.channels.set("youtube", "firstmaker", { followers: 23_456, growthPerDay: 0 });
    const first = await validate(guest, "youtube", "https://youtube.com/@FirstMaker");
    expect(first).toMatchObject({
      status: "measured",
      account: { platform: "youtube", handle: "firstmaker", state: "measured", displayName: "Firstmaker" },
      snapshot: { followers: 23_400, precision: { kind: "floor3sf", step: 100 } },
      failure: null,
    });
    const second = await validate(guest, "youtube", "@firstmaker");
    expect(second.account?.id).toBe(first.account?.id);
    expect(second.snapshot?.id).not.toBe(first.snapshot?.id);
    const from = new Date(0);
    const to = shop.clock.now();
    const stored = await shop.core.socialAccounts.listSnapshots(shop.core.database, first.account?.id ?? "", {
      from,
      to,
    });
    expect(stored.map((snapshot) => snapshot.id)).toEqual([first.snapshot?.id, second.snapshot?.id]);
    expect(stored[0]).toEqual(first.snapshot);
  });

  test("a channel nobody can find is not kept", async () => {
    const before = await countRows("social_accounts");
    const result = await validate(await newGuest(), "bluesky", "missing.bsky.social");
    expect(result).toMatchObject({ status: "failed", account: null, snapshot: null, failure: { kind: "not_found" } });
    expect(await countRows("social_accounts")).toBe(before);
  });

  test("a channel that hides its numbers is kept with the reason", async () => {
    const result = await validate(await newGuest(), "youtube", "hidden-maker");
    expect(result).toMatchObject({
      status: "failed",
      account: { state: "failed", lastFailure: "private" },
      failure: { kind: "private" },
    });
  });

  test("a platform without a source is kept as not measured, and nobody is asked", async () => {
    const result = await validate(await newGuest(), "instagram", "@studio.nord");
    expect(result).toMatchObject({ status: "not_measured", account: { state: "not_measured" }, snapshot: null });
  });

  test("a moment's trouble does not spoil a channel that could be read before", async () => {
    const guest = await newGuest();
    await validate(guest, "bluesky", "steady.bsky.social");
    await sandbox.control.channels.set("bluesky", "steady.bsky.social", { state: "down" });
    const result = await validate(guest, "bluesky", "steady.bsky.social");
    expect(result).toMatchObject({
      status: "failed",
      account: { state: "measured" },
      failure: { kind: "source_down" },
    });
  });

  test("what can't be a handle is refused before anybody is asked", async () => {
    const error = await validate(await newGuest(), "bluesky", "not a handle").catch((thrown: unknown) => thrown);
    expect(isDomainError(error, "channel.handle-invalid")).toBe(true);
  });

  test("a handle that changed hands is ambiguous, and no reading of the stranger is kept", async () => {
    const guest = await newGuest();
    const first = await validate(guest, "bluesky", "moved.bsky.social");
    await shop.core.database.pool.query(
      "update social_accounts set platform_user_id = 'did:plc:former' where id = $1",
      [first.account?.id],
    );
    const before = await countRows("metric_snapshots");
    const result = await validate(guest, "bluesky", "moved.bsky.social");
    expect(result).toMatchObject({ status: "failed", failure: { kind: "ambiguous" } });
    expect(await countRows("metric_snapshots")).toBe(before);
  });
});

describe("who a channel belongs to", () => {
  test("others don't find it", async () => {
    const { account } = await validate(await newGuest(), "instagram", "mine");
    const error = await shop.core.socialAccounts
      .findOwned(shop.core.database, await newGuest(), account?.id ?? "")
      .catch((thrown: unknown) => thrown);
    expect(isDomainError(error, "channel.not-found")).toBe(true);
  });

  test("signing in moves a guest's channels; one the account has too stays reachable under both ids", async () => {
    const guest = await newGuest();
    const customer = { role: "customer", ownerId: "cus_merge" } as const;
    const mine = await validate(customer, "instagram", "Both.Have");
    const guests = await validate(guest, "instagram", "both.have");
    const only = await validate(guest, "instagram", "only.guest");
    await shop.core.database.transaction(async (tx) => {
      tx.publish(customerSignedIn, { customerId: customer.ownerId, guestOwnerId: guest.ownerId });
    });
    await shop.core.runner.settle();
    for (const id of [mine.account?.id, guests.account?.id, only.account?.id]) {
      const found = await shop.core.socialAccounts.findOwned(shop.core.database, customer, id ?? "");
      expect(found.id).toBe(id);
    }
    const again = await validate(customer, "instagram", "both.have");
    expect(again.account?.id).toBe(mine.account?.id);
  });
});

test("a measured channel is watched for two days and no longer; validating it again does not double that", async () => {
  const guest = await newGuest();
  const { account } = await validate(guest, "bluesky", "watched.bsky.social");
  await validate(guest, "bluesky", "watched.bsky.social");
  for (let step = 0; step < 12; step += 1) {
    await shop.clock.advance(hours(6));
    await shop.core.runner.settle();
  }
  const range = { from: new Date(0), to: shop.clock.now() };
  const stored = await shop.core.socialAccounts.listSnapshots(shop.core.database, account?.id ?? "", range);
  expect(stored).toHaveLength(2 + 6);
});

test("a stored reading can't be changed or removed", async () => {
  await validate(await newGuest(), "bluesky", "kept.bsky.social");
  await expect(shop.core.database.pool.query("update metric_snapshots set source = 'x'")).rejects.toThrow(
    "append-only",
  );
  await expect(shop.core.database.pool.query("delete from metric_snapshots")).rejects.toThrow("append-only");
});
