import {
  fillCart,
  newAccount,
  pay,
  publishSampleProduct,
  quote,
  refusal,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

let shop: TestShop;

beforeAll(async () => {
  shop = await startTestShop(createApp);
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

/** A visitor with a channel on their list. */
async function withChannel(handle: string, visitor: Visitor = shop.visit()) {
  const { channel } = await visitor.api.channels.keep({ body: { platform: "youtube", handle } });
  if (channel === null) throw new Error("the sandbox knows every handle");
  return { visitor, accountId: channel.id };
}
const issue = (visitor: Visitor, accountId: string) => visitor.api.channels.issueChallenge({ params: { accountId } });
const check = (visitor: Visitor, accountId: string, challengeId: string) =>
  visitor.api.channels.checkChallenge({ params: { accountId, challengeId } });

async function prove(visitor: Visitor, accountId: string, handle: string) {
  const challenge = await issue(visitor, accountId);
  await shop.sandbox.control.channels.set("youtube", handle, { bio: challenge.code });
  return check(visitor, accountId, challenge.id);
}

async function signIn(visitor: Visitor): Promise<void> {
  const { email, password } = await newAccount(shop.core);
  await visitor.api.auth.signIn({ body: { email, password } });
  await shop.settle();
}

describe("POST /channels", () => {
  test("201 a stranger gets a channel on a list of their own, with its reading and ways to prove it", async () => {
    await shop.sandbox.control.channels.set("youtube", "listmaker", { followers: 12_345, growthPerDay: 0 });
    const { visitor, accountId } = await withChannel("https://youtube.com/@ListMaker");
    const { items } = await visitor.api.channels.list({});
    expect(items).toMatchObject([
      {
        id: accountId,
        handle: "listmaker",
        status: "measured",
        snapshot: { followers: 12_300, precision: { kind: "floor3sf", step: 100 } },
        ownership: { state: "unproven", proof: null, challenge: null },
      },
    ]);
    expect(items[0]?.ownership.methods).toContain("bio_code");
    expect((await shop.visit().send("GET", "/channels")).status).toBe(401);
  });

  test("201 tells why a channel can't be found, in the reader's language, and keeps nothing", async () => {
    const visitor = shop.visit();
    const body = { platform: "youtube", handle: "missing-one" } as const;
    const kept = await visitor.api.channels.keep({ query: { locale: "de" }, body });
    expect(kept).toMatchObject({ channel: null, failure: { title: "Wir finden diesen Kanal nicht" } });
    expect((await visitor.api.channels.list({})).items).toEqual([]);
  });

  test("422 for what can't be a handle", async () => {
    const body = { platform: "youtube", handle: "not a handle" } as const;
    expect(await refusal(shop.visit().api.channels.keep({ body }))).toMatchObject({
      status: 422,
      code: "channel.handle-invalid",
    });
  });
});

describe("proving a channel with a code", () => {
  test("201, then 200: a code is given out, found on the channel, and the evidence is told", async () => {
    const { visitor, accountId } = await withChannel("codemaker");
    const challenge = await issue(visitor, accountId);
    expect(challenge).toMatchObject({ state: "issued", checksLeft: 6, domainFileUrl: null });
    expect(challenge.code).toMatch(/^smplat-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect((await visitor.api.channels.get({ params: { accountId } })).ownership.challenge).toEqual(challenge);
    await shop.sandbox.control.channels.set("youtube", "codemaker", { bio: `hello ${challenge.code}` });
    const result = await check(visitor, accountId, challenge.id);
    expect(result).toMatchObject({
      finding: "proven",
      ownership: { state: "proven", challenge: null, proof: { method: "bio_code", place: "bio" } },
    });
    expect(result.ownership.proof?.evidenceHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("200 with the code missing tells how many looks are left and when the next one may be", async () => {
    const { visitor, accountId } = await withChannel("forgetful");
    const challenge = await issue(visitor, accountId);
    const result = await check(visitor, accountId, challenge.id);
    expect(result).toMatchObject({ finding: "code_missing", challenge: { checksLeft: 5, state: "issued" } });
    const answer = await visitor.send("POST", `/channels/${accountId}/challenges/${challenge.id}/checks`);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answer.json()).toMatchObject({ code: "ownership.check-too-soon", retryAt: expect.any(String) });
  });

  test("404 for somebody else's channel and code, 409 for a code that was used or a channel nobody can read", async () => {
    const { visitor, accountId } = await withChannel("private-code");
    const stranger = await withChannel("their-own");
    const challenge = await issue(visitor, stranger.accountId).catch((error: unknown) => error);
    expect(challenge).toMatchObject({ problem: { status: 404, code: "channel.not-found" } });
    const { visitor: owner, accountId: owned } = await withChannel("usedcode");
    const used = await issue(owner, owned);
    expect(await refusal(check(stranger.visitor, stranger.accountId, used.id))).toMatchObject({
      status: 404,
      code: "ownership.challenge-not-found",
    });
    await shop.sandbox.control.channels.set("youtube", "usedcode", { bio: used.code });
    await check(owner, owned, used.id);
    expect(await refusal(check(owner, owned, used.id))).toMatchObject({
      status: 409,
      code: "ownership.challenge-ended",
    });
    expect(await refusal(issue(visitor, accountId))).toMatchObject({ status: 409, code: "ownership.not-provable" });
  });

  test("200 the code's page names the channel while the code counts, 404 afterwards", async () => {
    const { visitor, accountId } = await withChannel("linkback");
    const { code } = await issue(visitor, accountId);
    const params = { code: code.replace("smplat-", "") };
    expect(await shop.visit().api.channels.proofPage({ params })).toEqual({
      platform: "youtube",
      handle: "linkback",
      profileUrl: "https://www.youtube.com/@linkback",
    });
    await shop.clock.advance(31 * 60_000);
    expect(await refusal(shop.visit().api.channels.proofPage({ params }))).toMatchObject({ status: 404 });
  });

  test("200 a guest who signs in keeps the channel and its proof", async () => {
    const { visitor, accountId } = await withChannel("guestproof");
    await prove(visitor, accountId, "guestproof");
    await signIn(visitor);
    expect((await visitor.api.channels.list({})).items.map((item) => item.ownership.state)).toEqual(["proven"]);
  });
});

describe("a product that is sold only for a proven channel", () => {
  const context = (handle: string, accountId: string) => ({
    platformContext: { platform: "youtube", handle, accountId } as const,
  });
  const newProduct = () => publishSampleProduct(shop.core, { category: "community", ownershipPolicy: "required" });

  test("says so, and its line blocks the cart with a reason until the channel is proven", async () => {
    const product = await newProduct();
    const shown = await shop.visit().api.products.get({ params: { slug: product.slug } });
    expect(shown.ownership).toBe("required");
    const { visitor, accountId } = await withChannel("blockedline");
    const { id: cartId } = await visitor.api.carts.create({ body: { currency: "EUR" } });
    const { id: quoteId } = await quote(visitor, product, context("blockedline", accountId));
    await visitor.api.carts.addLine({ params: { cartId }, body: { quoteId } });
    const read = () => visitor.api.carts.get({ params: { cartId } });
    expect((await read()).problems).toMatchObject([{ code: "ownership_required", blocking: true }]);
    await prove(visitor, accountId, "blockedline");
    expect((await read()).problems).toEqual([]);
  });

  test("409 without proof names the channel to prove; after it the same cart is bought", async () => {
    const product = await newProduct();
    const { visitor, accountId } = await withChannel("mustprove");
    expect(await refusal(fillCart(visitor, product, context("mustprove", accountId)))).toMatchObject({
      status: 409,
      code: "checkout.ownership-required",
      channels: [{ platform: "youtube", handle: "mustprove", accountId }],
    });
    await prove(visitor, accountId, "mustprove");
    const filled = await fillCart(visitor, product, context("mustprove", accountId));
    const { status, orderId } = await pay(visitor, filled);
    expect(status).toBe("paid");
    const operator = shop.visit();
    const { email, password } = await newAccount(shop.core, "operator");
    await operator.api.auth.signIn({ body: { email, password } });
    const behind = await operator.api.adminOrders.get({ params: { orderId } });
    expect(behind.ownership).toMatchObject([{ accountId, state: "proven", method: "bio_code", place: "bio" }]);
    expect(behind.ownership[0]?.evidenceHash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("409 for a line without any channel, and for a channel somebody else proved", async () => {
    const product = await newProduct();
    const nobody = shop.visit();
    expect(await refusal(fillCart(nobody, product))).toMatchObject({
      code: "checkout.ownership-required",
      channels: [{ accountId: null }],
    });
    const { visitor, accountId } = await withChannel("theirproof");
    await prove(visitor, accountId, "theirproof");
    const stranger = await withChannel("theirproof");
    expect(await refusal(fillCart(stranger.visitor, product, context("theirproof", stranger.accountId)))).toMatchObject(
      { code: "checkout.ownership-required" },
    );
  });

  test("409 at the checkout itself when somebody else proved the channel after the total was quoted", async () => {
    const product = await newProduct();
    const { visitor, accountId } = await withChannel("lostproof");
    await prove(visitor, accountId, "lostproof");
    const filled = await fillCart(visitor, product, context("lostproof", accountId));
    const later = await withChannel("lostproof");
    await prove(later.visitor, later.accountId, "lostproof");
    expect(await refusal(pay(visitor, filled))).toMatchObject({ status: 409, code: "checkout.ownership-required" });
  });
});

describe("PUT and DELETE /channels/{accountId}/goals/{metric}", () => {
  const dueOn = () => new Date(shop.clock.now().getTime() + 60 * 86_400_000).toISOString().slice(0, 10);

  test("200 and 204: a goal counts from where the number stands, and can be dropped", async () => {
    await shop.sandbox.control.channels.set("youtube", "goalmaker", { followers: 500, growthPerDay: 0 });
    const { visitor, accountId } = await withChannel("goalmaker");
    const params = { accountId, metric: "followers" } as const;
    const { goals } = await visitor.api.channels.setGoal({ params, body: { target: 1_000, dueOn: dueOn() } });
    expect(goals).toMatchObject([{ metric: "followers", target: 1_000, startedFrom: 500, progress: 0 }]);
    await visitor.api.channels.dropGoal({ params });
    expect((await visitor.api.channels.get({ params })).goals).toEqual([]);
  });

  test("404 for a stranger's channel, 422 for a day that is over", async () => {
    const { visitor, accountId } = await withChannel("goalguard");
    const params = { accountId, metric: "followers" } as const;
    const { visitor: stranger } = await withChannel("goalstranger");
    const set = (who: Visitor, day: string) => who.api.channels.setGoal({ params, body: { target: 10, dueOn: day } });
    expect(await refusal(set(stranger, dueOn()))).toMatchObject({ status: 404, code: "channel.not-found" });
    expect(await refusal(set(visitor, "2020-02-02"))).toMatchObject({ status: 422, code: "request.invalid" });
  });
});

describe("GET /channels/{accountId}/readings", () => {
  test("200 tells readings newest first, and why one is missing; 404 for a stranger", async () => {
    const { visitor, accountId } = await withChannel("historian");
    await visitor.api.channels.keep({ body: { platform: "youtube", handle: "historian" } });
    const { items } = await visitor.api.channels.readings({ params: { accountId } });
    expect(items.map((item) => item.status)).toEqual(["read", "read"]);
    expect(items[0]).toMatchObject({ source: "youtube-data-api", failure: null });
    const { visitor: stranger } = await withChannel("nosy");
    expect(await refusal(stranger.api.channels.readings({ params: { accountId } }))).toMatchObject({ status: 404 });
    const lost = visitor.api.channels.readings({ params: { accountId }, query: { cursor: "x" } });
    expect(await refusal(lost)).toMatchObject({ status: 422, code: "page.cursor-invalid" });
  });
});

describe("DELETE /channels/{accountId}", () => {
  test("204 takes the channel off the list, and adding it again brings it back; 404 for a stranger", async () => {
    const { visitor, accountId } = await withChannel("leaving");
    const { visitor: stranger } = await withChannel("remaining");
    const params = { accountId };
    expect(await refusal(stranger.api.channels.disconnect({ params }))).toMatchObject({ status: 404 });
    await visitor.api.channels.disconnect({ params });
    expect((await visitor.api.channels.list({})).items).toEqual([]);
    expect((await withChannel("leaving", visitor)).accountId).toBe(accountId);
    expect((await visitor.api.channels.list({})).items).toHaveLength(1);
  });
});
