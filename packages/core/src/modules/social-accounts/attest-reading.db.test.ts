import { createTestCore, platformEnvironment, type Sandbox, startSandbox, type TestCore } from "@smplat/testing";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#kernel/actor";
import { days, hours, after as later } from "#kernel/clock";
import { isDomainError } from "#kernel/domain-error";
import type { AttestationDraft } from "./attest-reading.ts";

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

const operator: Actor = { role: "operator", staffId: "stf_one" };
const colleague: Actor = { role: "operator", staffId: "stf_two" };
const customer = (id: string) => ({ role: "customer", ownerId: `cus_${id}` }) as const;
const validate = (actor: Actor, handle: string) =>
  shop.core.socialAccounts.validate(shop.core.database, actor, { platform: "tiktok", handle });

const draft = (handle: string, more: Partial<AttestationDraft> = {}): AttestationDraft => ({
  ...{ platform: "tiktok", handle, followers: 8_800, posts: null, observedAt: null },
  evidenceUrl: "https://evidence.example/1",
  evidenceText: "Screenshot of the profile, seen with the owner on a call",
  reason: "The owner can't connect from the office network",
  expiresAt: later(shop.clock.now(), days(14)),
  ...more,
});
const propose = (handle: string, more: Partial<AttestationDraft> = {}, actor: Actor = operator) =>
  shop.core.socialAccounts.proposeAttestation(shop.core.database, actor, draft(handle, more));
const decide = (id: string, decision: "confirm" | "decline" = "confirm", actor: Actor = colleague) =>
  shop.core.socialAccounts.decideAttestation(shop.core.database, actor, { id, decision });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "not refused",
    (error: unknown) => (isDomainError(error) ? error.code : String(error)),
  );

describe("counts that staff stand for", () => {
  test("count for nothing until a colleague confirmed them, then the channel is measured by hand", async () => {
    const { id } = await propose("studio");
    expect(await validate(customer("a"), "studio")).toMatchObject({ failure: { kind: "consent_required" } });
    await decide(id);
    const validated = await validate(customer("a"), "studio");
    expect(validated).toMatchObject({
      status: "measured",
      account: { state: "measured", platformUserId: null },
      snapshot: { followers: 8_800, method: "manual", source: "manual-entry" },
    });
    const again = await validate(customer("a"), "studio");
    expect(again.snapshot?.id).toBe(validated.snapshot?.id);
  });

  test("reach every account of the channel the moment they are confirmed", async () => {
    const { account } = await validate(customer("b"), "reached");
    expect(account?.state).toBe("failed");
    await decide((await propose("Reached")).id);
    const found = await shop.core.socialAccounts.get(shop.core.database, account?.id ?? "");
    expect(found).toMatchObject({ state: "measured", lastFailure: null });
    const history = await shop.core.socialAccounts.listReadings(shop.core.database, account?.id ?? "", { limit: 10 });
    expect(history.items.map((entry) => entry.status)).toEqual(["read", "missing"]);
  });

  test("nobody confirms their own, nobody decides twice, and only staff take part", async () => {
    const { id } = await propose("review");
    expect(await codeOf(decide(id, "confirm", operator))).toBe("attestation.own-review");
    await decide(id, "decline");
    expect(await codeOf(decide(id))).toBe("attestation.decided");
    expect(await codeOf(propose("review", {}, customer("c")))).toBe("auth.forbidden");
    expect(await codeOf(decide("att_none"))).toBe("attestation.not-found");
    expect(await codeOf(propose("review", { expiresAt: new Date(0) }))).toBe("attestation.invalid");
    expect(await codeOf(propose("review", { observedAt: later(shop.clock.now(), hours(1)) }))).toBe(
      "attestation.invalid",
    );
  });

  test("serve a baseline while they live, but tell about a delivery only for a day", async () => {
    const { account } = await validate(customer("d"), "delivered");
    await decide((await propose("delivered")).id);
    const read = (purpose: "baseline" | "after") => shop.core.socialAccounts.read(account?.id ?? "", purpose);
    expect((await read("after")).status).toBe("measured");
    await shop.clock.advance(hours(25));
    expect((await read("after")).status).toBe("failed");
    expect((await read("baseline")).status).toBe("measured");
  });

  test("end by themselves, and when revoked, at once", async () => {
    const { account } = await validate(customer("e"), "ending");
    const first = await decide((await propose("ending", { expiresAt: later(shop.clock.now(), days(2)) })).id);
    await shop.clock.advance(days(2) + 1);
    await shop.core.runner.settle();
    const stateOf = async () => (await shop.core.socialAccounts.get(shop.core.database, account?.id ?? ""))?.state;
    expect(await stateOf()).toBe("not_measured");
    const second = await decide((await propose("ending")).id);
    expect(await stateOf()).toBe("measured");
    const request = { id: second.id, reason: "The screenshot was of another channel" };
    const revoked = await shop.core.socialAccounts.revokeAttestation(shop.core.database, operator, request);
    expect(revoked).toMatchObject({ state: "revoked", endedBy: "stf_one", endReason: request.reason });
    expect(await stateOf()).toBe("not_measured");
    const listed = await shop.core.socialAccounts.listAttestations(shop.core.database, { limit: 50 });
    const states = listed.items.filter(({ handle }) => handle === "ending").map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      [second.id, "revoked"],
      [first.id, "expired"],
    ]);
  });

  test("give way to a newer look: one lives at a time", async () => {
    const first = await decide((await propose("newer")).id);
    await decide((await propose("newer", { followers: 9_000 })).id);
    const live = await shop.core.socialAccounts.listAttestations(shop.core.database, { state: "live", limit: 50 });
    expect(live.items.filter(({ handle }) => handle === "newer").map(({ followers }) => followers)).toEqual([9_000]);
    const all = await shop.core.socialAccounts.listAttestations(shop.core.database, { state: "revoked", limit: 50 });
    expect(all.items.map(({ id }) => id)).toContain(first.id);
  });

  test("never stand in for a source that answers", async () => {
    await sandbox.control.channels.set("x", "reads", { followers: 50, growthPerDay: 0 });
    await decide((await propose("reads", { platform: "x" })).id);
    const input = { platform: "x", handle: "reads" } as const;
    const result = await shop.core.socialAccounts.validate(shop.core.database, customer("f"), input);
    expect(result.snapshot).toMatchObject({ followers: 50, method: "official_api" });
  });
});
