import { verify } from "@smplat/core/verify";
import {
  createTestCore,
  newAccount,
  publishedEvents,
  type Sandbox,
  startSandbox,
  type TestCore,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor";
import { days, minutes } from "#kernel/clock";
import { isDomainError } from "#kernel/domain-error";

type Readable = "youtube" | "bluesky" | "instagram";
type Shopper = Extract<Actor, { role: "guest" | "customer" }>;
let sandbox: Sandbox;
let shop: TestCore;

beforeAll(async () => {
  sandbox = await startSandbox();
  shop = await createTestCore({
    EGRESS_ORIGINS: sandbox.url,
    YOUTUBE_API_URL: sandbox.url,
    YOUTUBE_API_KEY: "yt_test_key",
    BLUESKY_API_URL: `${sandbox.url}/bluesky`,
    INSTAGRAM_GRAPH_URL: `${sandbox.url}/facebook`,
    INSTAGRAM_ACCOUNT_ID: "17841400000000000",
    INSTAGRAM_TOKEN: "ig_test_token",
  });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(async () => {
  expect((await verify(shop.core.database.pool)).findings).toEqual([]);
  await shop?.close();
  await sandbox?.stop();
});

const ownership = () => shop.core.channelOwnership;
const db = () => shop.core.database;
const newGuest = async (): Promise<Shopper> => ({
  role: "guest",
  ownerId: (await shop.core.customers.createGuest(db())).ownerId,
});
const add = async (actor: Actor, handle: string, platform: Readable = "youtube") => {
  const { account } = await shop.core.socialAccounts.validate(db(), actor, { platform, handle });
  if (account === null) throw new Error("the sandbox knows every handle");
  return account;
};
const putUp = (handle: string, bio: string, platform: Readable = "youtube") =>
  sandbox.control.channels.set(platform, handle, { bio });
const look = (actor: Actor, accountId: string, challengeId: string) =>
  ownership().checkChallenge(actor, accountId, challengeId);
const codeOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return isDomainError(error) ? error.code : error;
};

/** Issues a code, puts it up and has it found. */
async function prove(actor: Shopper, handle: string, platform: Readable = "youtube") {
  const account = await add(actor, handle, platform);
  const challenge = await ownership().issueChallenge(db(), actor, account.id);
  await putUp(handle, `clips · smplat-${challenge.code.toLowerCase()}`, platform);
  const result = await look(actor, account.id, challenge.id);
  expect(result.finding).toBe("proven");
  return { account, challenge, claim: result.claim };
}
const isProven = (actor: Shopper, accountId: string) => ownership().isProven(db(), actor.ownerId, accountId);

describe("a code in the description", () => {
  test("proves the channel, with evidence of where and when it was seen", async () => {
    const guest = await newGuest();
    const { account, claim } = await prove(guest, "proofmaker");
    expect(await isProven(guest, account.id)).toBe(true);
    expect(claim).toMatchObject({
      state: "proven",
      method: "bio_code",
      platformUserId: account.platformUserId,
      evidence: { source: "youtube-data-api", place: "bio", rawHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const [snapshot] = await shop.core.socialAccounts.findSnapshots(db(), [claim?.evidence.snapshotId ?? ""]);
    expect(snapshot?.rawHash).toBe(claim?.evidence.rawHash);
  });

  test("proves nothing for anybody else, nor for another channel of the same person", async () => {
    const guest = await newGuest();
    const { account } = await prove(guest, "mineonly");
    const other = await add(guest, "mineonly2");
    const stranger = await newGuest();
    const theirs = await add(stranger, "mineonly");
    expect(await isProven(guest, other.id)).toBe(false);
    expect(await isProven(stranger, theirs.id)).toBe(false);
    expect(await isProven(stranger, account.id)).toBe(false);
  });

  test("is used once: the same code never proves again", async () => {
    const guest = await newGuest();
    const { account, challenge } = await prove(guest, "onceonly");
    expect(await codeOf(look(guest, account.id, challenge.id))).toBe("ownership.challenge-ended");
  });

  test("left on the channel helps nobody who comes later", async () => {
    const guest = await newGuest();
    await prove(guest, "leftover");
    const stranger = await newGuest();
    const theirs = await add(stranger, "leftover");
    const own = await ownership().issueChallenge(db(), stranger, theirs.id);
    expect((await look(stranger, theirs.id, own.id)).finding).toBe("code_missing");
    expect(await isProven(guest, theirs.id)).toBe(true);
  });

  test("in a friend's description proves nothing", async () => {
    const guest = await newGuest();
    const account = await add(guest, "famous");
    await add(guest, "friendof");
    const challenge = await ownership().issueChallenge(db(), guest, account.id);
    await putUp("friendof", challenge.code);
    expect((await look(guest, account.id, challenge.id)).finding).toBe("code_missing");
    expect(await isProven(guest, account.id)).toBe(false);
  });

  test("counts for half an hour on the wall, and not a moment longer", async () => {
    const guest = await newGuest();
    const account = await add(guest, "latecomer");
    const challenge = await ownership().issueChallenge(db(), guest, account.id);
    await putUp("latecomer", challenge.code);
    await shop.clock.advance(minutes(30));
    expect(await look(guest, account.id, challenge.id)).toMatchObject({
      finding: "too_late",
      challenge: { state: "expired" },
    });
    expect(await codeOf(look(guest, account.id, challenge.id))).toBe("ownership.challenge-ended");
  });

  test("is looked for six times with a wait between, then a new one is needed", async () => {
    const guest = await newGuest();
    const account = await add(guest, "patient");
    const { id } = await ownership().issueChallenge(db(), guest, account.id);
    expect((await look(guest, account.id, id)).finding).toBe("code_missing");
    expect(await codeOf(look(guest, account.id, id))).toBe("ownership.check-too-soon");
    for (const checks of [2, 3, 4, 5]) {
      await shop.clock.advance(minutes(1));
      expect((await look(guest, account.id, id)).challenge).toMatchObject({ checks, state: "issued" });
    }
    await shop.clock.advance(minutes(1));
    expect((await look(guest, account.id, id)).challenge).toMatchObject({ checks: 6, state: "exhausted" });
    await shop.clock.advance(minutes(1));
    expect(await codeOf(look(guest, account.id, id))).toBe("ownership.challenge-ended");
  });

  test("sixteen looks at once are one look", async () => {
    const guest = await newGuest();
    const account = await add(guest, "impatient");
    const { id } = await ownership().issueChallenge(db(), guest, account.id);
    const answers = await Promise.all(Array.from({ length: 16 }, () => codeOf(look(guest, account.id, id))));
    expect(answers.filter((answer) => answer === "ownership.check-too-soon")).toHaveLength(15);
  });

  test("a moment's trouble of the platform costs no look", async () => {
    const guest = await newGuest();
    const account = await add(guest, "shaky");
    const { id } = await ownership().issueChallenge(db(), guest, account.id);
    await sandbox.control.channels.set("youtube", "shaky", { state: "down" });
    const result = await look(guest, account.id, id);
    expect(result).toMatchObject({ finding: "unreadable", failure: { kind: "source_down" }, challenge: { checks: 0 } });
    await sandbox.control.channels.set("youtube", "shaky", { state: "ok" });
  });

  test("a new code ends the one before", async () => {
    const guest = await newGuest();
    const account = await add(guest, "renewed");
    const first = await ownership().issueChallenge(db(), guest, account.id);
    const second = await ownership().issueChallenge(db(), guest, account.id);
    await putUp("renewed", `${first.code} ${second.code}`);
    expect(await codeOf(look(guest, account.id, first.id))).toBe("ownership.challenge-ended");
    expect((await look(guest, account.id, second.id)).finding).toBe("proven");
  });

  test("of a stranger can't be looked for, and is not given out for a channel nobody could read", async () => {
    const guest = await newGuest();
    const account = await add(guest, "guarded");
    const { id } = await ownership().issueChallenge(db(), guest, account.id);
    expect(await codeOf(look(await newGuest(), account.id, id))).toBe("channel.not-found");
    const hidden = await add(guest, "hidden-one");
    expect(await codeOf(ownership().issueChallenge(db(), guest, hidden.id))).toBe("ownership.not-provable");
  });
});

describe("a name that changed hands", () => {
  test("proves nothing for the one who had it: the code was for the channel, not for the name", async () => {
    const guest = await newGuest();
    const account = await add(guest, "recycled");
    const { id, code } = await ownership().issueChallenge(db(), guest, account.id);
    await putUp("recycled", code);
    await moveIdentity(account.id, `UC${"x".repeat(22)}`);
    expect(await look(guest, account.id, id)).toMatchObject({
      finding: "identity_changed",
      challenge: { state: "expired" },
    });
    expect(await isProven(guest, account.id)).toBe(false);
  });

  test("makes a proof stale as soon as the name is seen to lead elsewhere", async () => {
    const guest = await newGuest();
    const { account } = await prove(guest, "handedon");
    await shop.core.database.pool.query(
      "update social_accounts set state = 'failed', last_failure = 'ambiguous' where id = $1",
      [account.id],
    );
    expect(await isProven(guest, account.id)).toBe(false);
  });

  test("ends a proof in the background, and its owner is told once", async () => {
    const guest = await newGuest();
    const { account, claim } = await prove(guest, "sold", "instagram");
    // The sandbox gives every name an id for good, so the channel that was proven is moved instead.
    const former = "17841400000000001";
    await shop.core.database.pool.query("update channel_claims set platform_user_id = $2 where id = $1", [
      claim?.id,
      former,
    ]);
    await moveIdentity(account.id, former);
    const snapshots = await countSnapshots(account.id);
    for (const _ of ["first", "second"]) {
      shop.clock.advance(days(1));
      const outcome = await shop.core.socialAccounts.read(account.id, "after");
      await db().transaction((tx) => shop.core.socialAccounts.record(tx, account.id, outcome));
      await shop.core.runner.settle();
    }
    expect(await ownership().findClaim(db(), claim?.id ?? "")).toMatchObject({
      state: "stale",
      reason: "identity_changed",
    });
    expect(await isProven(guest, account.id)).toBe(false);
    expect(await countSnapshots(account.id)).toBe(snapshots);
    const told = await publishedEvents(shop.core, "channel-claim.lapsed");
    expect(told.filter((event) => event.claimId === claim?.id)).toHaveLength(1);
  });

  const countSnapshots = async (accountId: string) => {
    const query = "select count(*)::int as count from metric_snapshots where account_id = $1";
    return (await shop.core.database.pool.query<{ count: number }>(query, [accountId])).rows[0]?.count;
  };
  const moveIdentity = (accountId: string, to: string) =>
    shop.core.database.pool.query("update social_accounts set platform_user_id = $2 where id = $1", [accountId, to]);
});

describe("two people who claim one channel", () => {
  test("the later proof wins; the earlier is demoted and told once", async () => {
    const [first, second] = [await newGuest(), await newGuest()];
    const { account, claim } = await prove(first, "contested");
    const later = await prove(second, "contested");
    expect(await isProven(first, account.id)).toBe(false);
    expect(await isProven(second, later.account.id)).toBe(true);
    expect((await ownership().get(db(), first, account.id)).claim).toMatchObject({
      state: "demoted",
      reason: "proven_by_another",
    });
    const told = await publishedEvents(shop.core, "channel-claim.demoted");
    expect(told.filter((event) => event.claimId === claim?.id)).toHaveLength(1);
  });

  test("proving at the same moment leaves exactly one of them with it", async () => {
    const guests = await Promise.all([newGuest(), newGuest(), newGuest(), newGuest()]);
    const pending = [];
    for (const guest of guests) {
      const account = await add(guest, "rush");
      pending.push({ guest, account, challenge: await ownership().issueChallenge(db(), guest, account.id) });
    }
    await putUp("rush", pending.map(({ challenge }) => challenge.code).join(" "));
    await Promise.all(pending.map(({ guest, account, challenge }) => look(guest, account.id, challenge.id)));
    const standing = await Promise.all(pending.map(({ guest, account }) => isProven(guest, account.id)));
    expect(standing.filter(Boolean)).toHaveLength(1);
  });
});

describe("time", () => {
  test("a proof counts for 90 days; its owner is reminded a week before and told at the end", async () => {
    const guest = await newGuest();
    const { account, claim } = await prove(guest, "ageing");
    const heard = async (name: string) =>
      (await publishedEvents(shop.core, name)).filter((event) => event.claimId === claim?.id).length;
    await shop.clock.advance(days(83) + minutes(1));
    await shop.core.runner.settle();
    expect([await heard("channel-claim.expiring"), await isProven(guest, account.id)]).toEqual([1, true]);
    await shop.clock.advance(days(7));
    expect(await isProven(guest, account.id)).toBe(false);
    await shop.core.runner.settle();
    expect(await heard("channel-claim.lapsed")).toBe(1);
    expect((await ownership().get(db(), guest, account.id)).ownership).toBe("stale");
  });

  test("a proof that was renewed is neither reminded of nor ended by the old one's jobs", async () => {
    const guest = await newGuest();
    const { account, claim } = await prove(guest, "renewing");
    await shop.clock.advance(days(60));
    const again = await ownership().issueChallenge(db(), guest, account.id);
    await putUp("renewing", again.code);
    expect((await look(guest, account.id, again.id)).claim?.id).toBe(claim?.id);
    await shop.clock.advance(days(31));
    await shop.core.runner.settle();
    expect(await isProven(guest, account.id)).toBe(true);
  });
});

describe("a guest who signs in", () => {
  test("keeps what they proved", async () => {
    const guest = await newGuest();
    const { account } = await prove(guest, "signingin");
    const customer = await signIn(guest);
    expect(await isProven(customer, account.id)).toBe(true);
    expect((await ownership().list(db(), customer)).map((view) => [view.account.handle, view.ownership])).toEqual([
      ["signingin", "proven"],
    ]);
  });

  test("with a claim on both sides keeps the proven one", async () => {
    const account = await newAccount(shop.core);
    const customer: Shopper = { role: "customer", ownerId: account.customerId };
    await prove(customer, "bothsides");
    const guest = await newGuest();
    const { account: theirs } = await prove(guest, "bothsides");
    await claim(customer, guest);
    expect(await isProven(customer, theirs.id)).toBe(true);
    const own = (await ownership().list(db(), customer)).filter((view) => view.account.handle === "bothsides");
    expect(own.map((view) => view.ownership)).toEqual(["proven"]);
  });

  async function signIn(guest: Shopper): Promise<Shopper> {
    const account = await newAccount(shop.core);
    const customer: Shopper = { role: "customer", ownerId: account.customerId };
    await claim(customer, guest);
    return customer;
  }
  async function claim(customer: Shopper, guest: Shopper): Promise<void> {
    if (customer.role !== "customer") throw new Error("only a customer claims a guest");
    await shop.core.customers.claimGuest(customer, guest.ownerId);
    await shop.core.runner.settle();
  }
});

describe("the list of channels", () => {
  test("points out a name that can be taken for another", async () => {
    const owner = await newGuest();
    await prove(owner, "studionord");
    const victim = await newGuest();
    const [mine, alike] = [await add(victim, "modernart"), await add(victim, "modemart")];
    const strange = await add(victim, "studi0nord");
    const views = new Map((await ownership().list(db(), victim)).map((view) => [view.account.id, view.lookAlike]));
    expect(views.get(mine.id)).toEqual({ handle: "modemart" });
    expect(views.get(alike.id)).toEqual({ handle: "modernart" });
    expect(views.get(strange.id)).toEqual({ handle: null });
  });

  test("a channel that is disconnected is gone from it, and back with its proof when it is added again", async () => {
    const guest = await newGuest();
    const { account } = await prove(guest, "comingback");
    await ownership().disconnect(guest, account.id);
    expect(await ownership().list(db(), guest)).toEqual([]);
    const kept = await ownership().keep(db(), guest, { platform: "youtube", handle: "@ComingBack" });
    expect(kept.channel).toMatchObject({ account: { id: account.id }, ownership: "proven" });
    expect(await codeOf(ownership().disconnect(await newGuest(), account.id))).toBe("channel.not-found");
  });

  test("a goal counts from where the number stood, and is replaced by a newer one", async () => {
    const guest = await newGuest();
    await sandbox.control.channels.set("youtube", "ambitious", { followers: 1_000, growthPerDay: 0 });
    const { id: accountId } = await add(guest, "ambitious");
    const dueOn = new Date(shop.clock.now().getTime() + days(90)).toISOString().slice(0, 10);
    const goal = { accountId, metric: "followers", target: 2_000, dueOn } as const;
    await ownership().setGoal(db(), guest, goal);
    const { goals } = await ownership().setGoal(db(), guest, { ...goal, target: 3_000 });
    expect(goals).toMatchObject([{ metric: "followers", target: 3_000, dueOn, startedFrom: 1_000 }]);
    const past = ownership().setGoal(db(), guest, { ...goal, dueOn: "2020-01-01" });
    expect(await codeOf(past)).toBe("request.invalid");
    await ownership().dropGoal(db(), guest, accountId, "followers");
    expect((await ownership().get(db(), guest, accountId)).goals).toEqual([]);
  });
});
