import type { ApiContract, BodyOf } from "@smplat/contracts";
import { seededProviderIds, seedProviders } from "@smplat/core/seed";
import {
  newAccount,
  placePaidOrder,
  publishSampleProduct,
  refusal,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../app.ts";

type ServiceBody = BodyOf<ApiContract["adminProviders"]["saveService"]>;

let shop: TestShop;
let admin: Visitor;
let operator: Visitor;
const { northbeam, atelier, quayside, desk } = seededProviderIds;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  const third = { apiUrl: `${shop.sandbox.url}/suppliers/quayside/v1`, apiKey: "qs_test_key", webhookSecret: "" };
  await seedProviders(shop.core, { ...shop.suppliers, quayside: third });
  [admin, operator] = [await signIn("admin"), await signIn("operator")];
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

async function signIn(role: "admin" | "operator"): Promise<Visitor> {
  const { email, password } = await newAccount(shop.core, role);
  const visitor = shop.visit();
  await visitor.api.auth.signIn({ body: { email, password } });
  return visitor;
}

const sample = { service: "creator-placement", quantity: 3, platform: "tiktok", handle: "ada", hours: 18 } as const;
const unknown = { providerId: "prv_00000000000000000000000000" };

describe("GET /fulfillment/providers", () => {
  test("200 staff see each supplier with services, load and an honest score", async () => {
    const { items } = await operator.api.adminProviders.list({});
    expect(items.map((item) => item.name)).toEqual(["Atelier", "Concierge desk", "Northbeam", "Quayside"]);
    const found = items.find((item) => item.id === northbeam);
    expect(found).toMatchObject({ state: "active", inFlight: 0, score: { known: false, observations: 0 } });
    expect(found?.services).toContain("creator-placement");
  });
});

describe("GET /fulfillment/providers/{providerId}", () => {
  test("200 tells everything but a secret, of which only the day it was set", async () => {
    const found = await operator.api.adminProviders.get({ params: { providerId: northbeam } });
    expect(found.secrets.map((secret) => secret.name)).toEqual(["api-key", "webhook"]);
    expect(found.secrets.every((secret) => secret.setAt !== null)).toBe(true);
    expect(JSON.stringify(found)).not.toMatch(/nb_test_key|whsec_|v1\./);
    expect(found.capabilities).toMatchObject({ quote: true, refill: true, webhook: true });
  });

  test("404 for one that is not there", async () => {
    expect(await refusal(operator.api.adminProviders.get({ params: unknown }))).toMatchObject({
      status: 404,
      code: "provider.not-found",
    });
  });
});

describe("POST and PUT /fulfillment/providers", () => {
  const draft = { name: "Second desk", kind: "manual", currency: "EUR", config: "{}", maxInFlight: 4 } as const;

  test("201 a new supplier is paused, 200 changed, 409 by whoever read it earlier", async () => {
    const made = await admin.api.adminProviders.create({ body: draft });
    expect(made).toMatchObject({ state: "paused", version: 1, maxInFlight: 4 });
    const params = { providerId: made.id };
    const changed = await admin.api.adminProviders.update({ params, body: { ...draft, maxInFlight: 9, version: 1 } });
    expect(changed).toMatchObject({ state: "paused", version: 2, maxInFlight: 9 });
    const late = admin.api.adminProviders.update({ params, body: { ...draft, version: 1 } });
    expect(await refusal(late)).toMatchObject({ status: 409, code: "provider.version-conflict" });
    const { items } = await operator.api.adminProviders.timeline({ params });
    expect(items.map((item) => item.kind)).toEqual(["configured", "created"]);
    expect(items[0]?.detail).toBe("version 2: maxInFlight");
  });

  test("422 a configuration that can't be used names its fields", async () => {
    const body = { ...draft, name: "Wrong", kind: "http", config: '{"baseUrl":"ftp://x"}' } as const;
    const refused = await refusal(admin.api.adminProviders.create({ body }));
    expect(refused).toMatchObject({ status: 422, code: "provider.configuration-invalid" });
    const text = await refusal(admin.api.adminProviders.create({ body: { ...body, config: "{not json" } }));
    expect(text).toMatchObject({ status: 422 });
  });

  test("200 a service and what it serves, 422 a cost that is none", async () => {
    const params = { providerId: desk, service: "by-hand" };
    const service = {
      title: "By hand",
      isActive: true,
      currency: "EUR",
      rules: [],
      startsWithinHours: 4,
      deliversWithinHours: 20,
      cost: { model: "flat", amountMinor: 500 },
      version: null,
    } satisfies ServiceBody;
    await admin.api.adminProviders.saveService({ params, body: service });
    const target = { kind: "service-key", serviceKey: "by-hand" } as const;
    const mapped = await admin.api.adminProviders.mapService({
      params,
      body: { target, unitsPerItem: 2, priority: 3 },
    });
    expect(mapped.services).toMatchObject([
      { service: "by-hand", serves: [{ serviceKey: "by-hand", unitsPerItem: 2 }] },
    ]);
    const unmapped = await admin.api.adminProviders.unmapService({ params, body: { target } });
    expect(unmapped.services).toMatchObject([{ serves: [] }]);
    const tiers = [{ fromUnits: 5, amountMinor: 1, perUnits: 1 }];
    const broken = admin.api.adminProviders.saveService({
      params,
      body: { ...service, version: 1, cost: { model: "tiered" as const, tiers } },
    });
    expect(await refusal(broken)).toMatchObject({ status: 422, code: "provider.configuration-invalid" });
  });

  test("409 a service somebody else changed meanwhile, 422 a new one under a taken name; nothing is overwritten", async () => {
    const params = { providerId: desk, service: "by-two" };
    const draft = {
      ...{ title: "By two", isActive: true, currency: "EUR", rules: [], startsWithinHours: 4, deliversWithinHours: 20 },
      cost: { model: "flat", amountMinor: 500 },
    } satisfies Omit<ServiceBody, "version">;
    const save = (changes: Partial<ServiceBody> & Pick<ServiceBody, "version">) =>
      admin.api.adminProviders.saveService({ params, body: { ...draft, ...changes } });
    const both = [save({ title: "First", version: null }), save({ title: "First", version: null })];
    const settled = await Promise.allSettled(both);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refusal(save({ version: null }))).toMatchObject({ status: 422, fields: [{ path: "service" }] });
    const { services } = await save({ title: "Second", version: 1 });
    expect(services.find(({ service }) => service === "by-two")).toMatchObject({ title: "Second", version: 2 });
    expect(await refusal(save({ title: "Late", version: 1 }))).toMatchObject({
      ...{ status: 409, code: "provider.version-conflict" },
      remedy: expect.stringMatching(/Load it again/),
    });
    const after = await admin.api.adminProviders.get({ params: { providerId: desk } });
    expect(after.services.find(({ service }) => service === "by-two")?.title).toBe("Second");
  });
});

describe("POST /fulfillment/providers/{providerId}/service-preview", () => {
  const body = {
    cost: { model: "per_unit" as const, amountMinor: 100, perUnits: 10 },
    rules: [
      { rule: "platforms" as const, allow: ["youtube" as const] },
      { rule: "amount" as const, minimum: 1, maximum: 50 },
    ],
    line: { platform: "tiktok" as const, country: "DE", options: [], quantity: 20, hours: 24 },
  } satisfies BodyOf<ApiContract["adminProviders"]["previewService"]>;
  const params = { providerId: northbeam };

  test("200 each rule with its outcome and the cost, and nothing is stored", async () => {
    const before = await admin.api.adminProviders.get({ params });
    expect(await admin.api.adminProviders.previewService({ params, body })).toMatchObject({
      isEligible: false,
      costMinor: 200,
      rules: [
        { rule: "platforms", passed: false },
        { rule: "amount", passed: true },
      ],
    });
    expect((await admin.api.adminProviders.get({ params })).services).toEqual(before.services);
  });

  test("403 for an operator, 404 for a supplier that is not there", async () => {
    const asked = operator.api.adminProviders.previewService({ params, body });
    expect(await refusal(asked)).toMatchObject({ status: 403 });
    const nobody = admin.api.adminProviders.previewService({ params: unknown, body });
    expect(await refusal(nobody)).toMatchObject({ status: 404, code: "provider.not-found" });
  });
});

describe("POST /fulfillment/providers/{providerId}/state", () => {
  test("200 an operator pauses and takes back, with the reason kept; 403 for retiring", async () => {
    const params = { providerId: atelier };
    const reason = "Their API answers late";
    const paused = await operator.api.adminProviders.setState({ params, body: { state: "paused", reason } });
    expect(paused.state).toBe("paused");
    const { items } = await operator.api.adminProviders.timeline({ params });
    expect(items[0]).toMatchObject({
      kind: "state",
      detail: "active → paused",
      reason,
      actor: { kind: "operator", name: expect.any(String) },
    });
    await operator.api.adminProviders.setState({ params, body: { state: "active", reason: "Answers again" } });
    const retire = operator.api.adminProviders.setState({ params, body: { state: "retired", reason } });
    expect(await refusal(retire)).toMatchObject({ status: 403 });
  });
});

describe("POST /fulfillment/providers/{providerId}/dry-run", () => {
  const params = { providerId: northbeam };

  test("200 renders the submit without a secret, asks for balance and price, submits nothing", async () => {
    const before = await shop.sandbox.control.suppliers.orders("northbeam");
    const result = await admin.api.adminProviders.dryRun({ params, body: { ...sample, live: true } });
    expect(result).toMatchObject({ problems: [], missingSecrets: [], costMinor: 19_500, reading: null });
    expect(result.request).toMatchObject({ method: "POST" });
    expect(result.request?.body).toContain('"quantity":3');
    expect(result.request?.headers).toContainEqual({ name: "authorization", value: "Bearer <api-key>" });
    expect(JSON.stringify(result)).not.toContain("nb_test_key");
    expect(result.live).toMatchObject({ balance: { ok: true }, quote: { ok: true, told: "195.00 EUR" } });
    expect(await shop.sandbox.control.suppliers.orders("northbeam")).toEqual(before);
  });

  test("200 says what a sample answer reads as, and which paths find nothing", async () => {
    const campaign = { id: "cmp_1", reference: "att_1", status: "running", delivered: 2 };
    const body = { ...sample, live: false, answer: JSON.stringify({ campaign }) };
    const result = await admin.api.adminProviders.dryRun({ params, body });
    expect(result.reading).toMatchObject({ externalId: "cmp_1", status: "running", delivered: 2, cost: null });
    expect(result.paths.filter((path) => path.found === null).map((path) => path.name)).toEqual([
      "order.cost.amount",
      "order.cost.currency",
      "order.evidence.list",
    ]);
  });

  test("200 names what is wrong with a configuration that is tried", async () => {
    const body = { ...sample, live: false, config: '{"baseUrl":"https://x.example"}' };
    const { problems, request } = await admin.api.adminProviders.dryRun({ params, body });
    expect(problems.map((problem) => problem.path)).toContain("endpoints");
    expect(request).toBeNull();
  });
});

describe("routing decisions", () => {
  test("200 staff see why a line went where it went, and the same choice comes out again", async () => {
    const product = await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" });
    const platformContext = { platform: "tiktok", handle: "ada", accountId: null } as const;
    const order = await placePaidOrder(shop.core, [{ product, quantity: 2, platformContext }]);
    await shop.settle();
    const { items } = await operator.api.adminProviders.orderDecisions({ params: { orderId: order.id } });
    expect(items).toMatchObject([{ outcome: "chosen", number: 1, policyVersion: 1 }]);
    const [decision] = items;
    expect(decision?.candidates.map((candidate) => candidate.providerName).sort()).toEqual(["Northbeam", "Quayside"]);
    expect([northbeam, quayside]).toContain(decision?.providerId);
    const replayed = await operator.api.adminProviders.replayDecision({ params: { decisionId: decision?.id ?? "" } });
    expect(replayed).toMatchObject({ isSame: true, decision: { id: decision?.id } });
    const params = { providerId: decision?.providerId ?? "" };
    expect((await operator.api.adminProviders.decisions({ params })).items).toMatchObject([{ id: decision?.id }]);
    expect((await operator.api.adminProviders.orders({ params })).items).toMatchObject([{ orderId: order.id }]);
  });

  test("404 for an order or a decision that is not there", async () => {
    const orderId = "ord_00000000000000000000000000";
    expect(await refusal(operator.api.adminProviders.orderDecisions({ params: { orderId } }))).toMatchObject({
      status: 404,
    });
    const decisionId = "rte_00000000000000000000000000";
    expect(await refusal(operator.api.adminProviders.replayDecision({ params: { decisionId } }))).toMatchObject({
      status: 404,
      code: "routing.decision-not-found",
    });
  });
});
