import { type ApiContract, contract, type Endpoint } from "@smplat/contracts";
import { newId } from "@smplat/core/kernel/id";
import {
  checkoutBody,
  fillCart,
  newAccount,
  newEmail,
  pay,
  publishSampleProduct,
  quote,
  startTestShop,
  type TestShop,
  type Visitor,
} from "@smplat/testing";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { reviewedRights } from "./reviewed-rights.ts";

const roles = ["anonymous", "guest", "customer", "other", "operator", "admin"] as const;
type Role = (typeof roles)[number];
type Product = Awaited<ReturnType<typeof publishSampleProduct>>;

let shop: TestShop;
let product: Product;
const people = new Map<Role, Visitor>();
const paidOrders = new Map<Role, string>();

const matrix = reviewedRights
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => {
    const [name = "", ...words] = row.trim().split(/\s+/);
    const answers = words[1] === "for" ? roles.map(() => words[0] ?? "") : words;
    return { name, answers: new Map(roles.map((role, index) => [role, answers[index] ?? ""])) };
  });

beforeAll(async () => {
  shop = await startTestShop(createApp);
  // One buyer buys more in these seconds than anybody should: what that is taken for is not the question here.
  const watching = { percent: 0, version: 1, reason: "The matrix buys a lot." };
  await shop.core.risk.setEnforcement(shop.core.database, { role: "admin", staffId: "cus_matrix" }, watching);
  // The matrix adds to the same carts again and again.
  product = await publishSampleProduct(shop.core, {
    quantity: { minimum: 2, maximum: 10_000, step: 2, default: 4 },
  });
  people.set("guest", shop.visit());
  for (const role of ["customer", "other", "operator", "admin"] as const) people.set(role, await signIn(role));
  for (const role of ["guest", "customer"] as const) {
    const paid = await pay(person(role), await fillCart(person(role), product));
    paidOrders.set(role, paid.orderId);
  }
  await fillCart(person("other"), product);
  await shop.settle();
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

async function signIn(role: Exclude<Role, "anonymous" | "guest">): Promise<Visitor> {
  const { email, password } = await newAccount(shop.core, role === "other" ? "customer" : role);
  const visitor = shop.visit();
  await visitor.api.auth.signIn({ body: { email, password } });
  return visitor;
}

const person = (role: Role): Visitor => people.get(role) ?? shop.visit();
/** Whose things a role acts on. */
const ownerFor = (role: Role): Role => (role === "guest" ? "guest" : "customer");
const orderOf = (owner: Role): string => paidOrders.get(owner) ?? "";

interface Attempt {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

async function lineOf(owner: Role) {
  const visitor = person(owner);
  const { cartId } = await fillCart(visitor, product);
  const cart = await visitor.api.carts.get({ params: { cartId } });
  return { cartId, lineId: cart.lines[0]?.id ?? "" };
}
const fresh = async (owner: Role) => (await pay(person(owner), await fillCart(person(owner), product))).orderId;
const draft = (changes: object = {}) => publishSampleProduct(shop.core, changes);
const stateless =
  (attempt: Attempt = {}) =>
  async () =>
    attempt;
const onOrder = async (owner: Role): Promise<Attempt> => ({ params: { orderId: orderOf(owner) } });
const keyed = () => ({ "idempotency-key": crypto.randomUUID() });
async function paidLine(orderId: string): Promise<{ orderId: string; lineId: string }> {
  const order = await shop.core.orders.get(shop.core.database, { role: "system", job: "test" }, orderId);
  return { orderId, lineId: order.lines[0]?.id ?? "" };
}
async function freshLine(owner: Role): Promise<{ orderId: string; lineId: string }> {
  const orderId = await fresh(owner);
  await shop.settle();
  return paidLine(orderId);
}
async function channelOf(owner: Role, platform: "youtube" | "bluesky" = "youtube"): Promise<{ accountId: string }> {
  const { channel } = await person(owner).api.channels.keep({ body: { platform, handle: `matrix-${owner}` } });
  return { accountId: channel?.id ?? "" };
}
async function challengeOf(owner: Role): Promise<{ accountId: string; challengeId: string }> {
  const params = await channelOf(owner);
  const { id } = await person(owner).api.channels.issueChallenge({ params });
  return { ...params, challengeId: id };
}
const address = { line1: "Beispielweg 1", city: "Berlin", postalCode: "10115", country: "DE" };

/** A request that succeeds for whoever has the right, made anew for each try. */
const providerDraft = { kind: "manual", currency: "EUR", config: "{}", maxInFlight: null } as const;
const onProvider = (body?: object) => async () => ({
  params: { providerId: newId("prv"), service: "any" },
  ...(body === undefined ? {} : { body }),
});

const attempts: Readonly<Record<string, (owner: Role) => Promise<Attempt>>> = {
  "health.livez": stateless(),
  "health.readyz": stateless(),
  "products.list": stateless(),
  "products.get": async () => ({ params: { slug: product.slug } }),
  "quotes.create": async () => ({
    body: {
      productId: product.id,
      quantity: 4,
      selection: { options: { format: ["short"] }, addOns: [], plan: null, fields: { footage: "https://a.example/b" } },
      platformContext: null,
      currency: "EUR",
    },
  }),
  "metrics.validateAccount": stateless({ body: { platform: "youtube", handle: "matrix" } }),
  "carts.create": stateless({ body: { currency: "EUR" } }),
  "carts.current": stateless(),
  "carts.get": async (owner) => ({ params: { cartId: (await lineOf(owner)).cartId } }),
  "carts.addLine": async (owner) => ({
    params: { cartId: (await lineOf(owner)).cartId },
    body: { quoteId: (await quote(person(owner), product)).id },
  }),
  "carts.changeLine": async (owner) => ({ params: await lineOf(owner), body: { quantity: 6 } }),
  "carts.removeLine": async (owner) => ({ params: await lineOf(owner) }),
  "carts.quote": async (owner) => ({
    params: { cartId: (await lineOf(owner)).cartId },
    body: { billingCountry: "DE" },
  }),
  "channels.list": stateless(),
  "channels.keep": stateless({ body: { platform: "youtube", handle: "matrix" } }),
  "channels.get": async (owner) => ({ params: await channelOf(owner) }),
  "channels.readings": async (owner) => ({ params: await channelOf(owner) }),
  "channels.issueChallenge": async (owner) => ({ params: await channelOf(owner) }),
  "channels.checkChallenge": async (owner) => ({ params: await challengeOf(owner) }),
  "channels.beginConsent": async (owner) => ({ params: await channelOf(owner, "bluesky") }),
  "channels.completeConsent": stateless({ body: { state: "no-state-of-ours", code: "no-code" } }),
  "channels.setGoal": async (owner) => ({
    params: { ...(await channelOf(owner)), metric: "followers" },
    body: { target: 1_000_000, dueOn: "2099-12-31" },
  }),
  "channels.dropGoal": async (owner) => ({ params: { ...(await channelOf(owner)), metric: "followers" } }),
  "channels.proofPage": async () => {
    const { code } = await person("customer").api.channels.issueChallenge({ params: await channelOf("customer") });
    return { params: { code: code.replace("smplat-", "") } };
  },
  "channels.disconnect": async (owner) => ({ params: await channelOf(owner) }),
  "checkout.complete": async (owner) => ({
    body: checkoutBody(await fillCart(person(owner), product)),
    headers: { "idempotency-key": crypto.randomUUID() },
  }),
  "checkout.paymentOptions": stateless(),
  "orders.list": stateless(),
  "orders.get": onOrder,
  "orders.timeline": onOrder,
  "orders.cancel": async (owner) => ({ params: { orderId: await fresh(owner) }, body: {} }),
  "orders.deliveryProof": onOrder,
  "orders.proofMetrics": async () => ({ query: `?productId=${product.id}` }),
  "orders.proofMetricsOfMany": async () => ({ query: `?productIds=${product.id}` }),
  "orders.paper": async (owner) => ({ params: { orderId: orderOf(owner), kind: "invoice", format: "pdf" } }),
  "proofs.ofOrder": onOrder,
  "proofs.file": onOrder,
  "proofs.keys": stateless(),
  "proofs.roots": stateless(),
  "proofs.root": stateless({ params: { date: "2020-02-02" } }),
  "proofs.place": stateless({ params: { digest: "0".repeat(64) } }),
  "orders.requestAccess": stateless({ body: { email: "nobody@shop.example" } }),
  "orders.redeemAccess": stateless({ body: { token: "no-token-of-ours" } }),
  "refills.list": onOrder,
  "refills.request": async (owner) => ({ params: await paidLine(orderOf(owner)), body: {}, headers: keyed() }),
  "liveness.list": onOrder,
  "support.get": onOrder,
  "auth.session": stateless(),
  "auth.signUp": async () => ({
    body: { email: newEmail(), password: "umbrella-under-7-seas", name: "Ada", locale: "en" },
  }),
  "auth.verifyEmail": stateless({ body: { token: "no-token-of-ours" } }),
  "auth.signIn": stateless({ body: { email: "nobody@shop.example", password: "wrong-umbrella" } }),
  "auth.offerSecondFactor": stateless({}),
  "auth.confirmSecondFactor": stateless({ body: { code: "000000" } }),
  "auth.passSecondFactor": stateless({ body: { code: "no code" } }),
  "auth.requestPasswordReset": stateless({ body: { email: "nobody@shop.example" } }),
  "auth.resetPassword": stateless({ body: { token: "no-token-of-ours", password: "umbrella-under-7-seas" } }),
  "auth.demoLogins": stateless(),
  "accounts.profile": stateless(),
  "accounts.updateProfile": stateless({ body: { address } }),
  "telemetry.ingest": async () => ({
    body: {
      events: [{ id: crypto.randomUUID(), name: "product.viewed", recordedAt: new Date().toISOString(), metadata: {} }],
    },
  }),
  "webhooks.stripe": stateless({ body: {}, headers: { "stripe-signature": "t=1,v1=00" } }),
  "webhooks.supplier": async () => ({ params: { providerId: newId("prv") }, body: {} }),
  "adminOrders.list": stateless(),
  "adminOrders.get": onOrder,
  "adminOrders.timeline": onOrder,
  "adminOrders.transition": async (owner) => {
    const orderId = await fresh(owner);
    const { version } = await shop.core.orders.get(shop.core.database, { role: "system", job: "test" }, orderId);
    return { params: { orderId }, body: { command: "hold", reason: "The matrix asks.", version } };
  },
  "adminProofs.inspect": onOrder,
  "adminProofs.requestReading": async (owner) => {
    const { orderId, lineId } = await paidLine(orderOf(owner));
    return { params: { orderId }, body: { lineId, reason: "The matrix asks." }, headers: keyed() };
  },
  "adminProofs.eraseValues": async (owner) => ({ ...(await onOrder(owner)), body: { reason: "The matrix asks." } }),
  "adminProofs.exportMetrics": stateless(),
  "adminProducts.list": stateless(),
  "adminProducts.checkPolicy": async () => ({ params: { productId: product.id } }),
  "adminProducts.publish": async () => {
    const admin = { role: "admin", staffId: "cus_matrix" } as const;
    const { id, version } = await draft();
    const off = await shop.core.database.transaction((tx) =>
      shop.core.catalog.unpublish(tx, admin, id, version, "To be published by the matrix."),
    );
    return { params: { productId: id }, body: { version: off.version } };
  },
  "adminProducts.unpublish": async () => {
    const { id, version } = await draft();
    return { params: { productId: id }, body: { version, reason: "The matrix asks." } };
  },
  "adminRefills.list": stateless(),
  "adminRefills.request": async (owner) => ({ params: await paidLine(orderOf(owner)), body: {}, headers: keyed() }),
  "adminRefills.approve": async () => ({ params: { refillId: newId("rfl") }, headers: keyed() }),
  "adminRefills.decline": async () => ({ params: { refillId: newId("rfl") }, body: { reason: "The matrix asks." } }),
  "adminProviders.list": stateless(),
  "adminProviders.get": onProvider(),
  "adminProviders.create": async () => ({ body: { ...providerDraft, name: `Matrix ${newId("prv")}` } }),
  "adminProviders.update": onProvider({ ...providerDraft, name: "Matrix", version: 1 }),
  "adminProviders.setState": onProvider({ state: "paused", reason: "The matrix asks." }),
  "adminProviders.dryRun": onProvider({
    ...{ service: "any", quantity: 1, platform: "youtube", handle: "ada", hours: 24, live: false },
  }),
  "adminProviders.saveService": onProvider({
    ...{ title: "Any", isActive: true, currency: "EUR", rules: [], startsWithinHours: 1, deliversWithinHours: 2 },
    cost: { model: "flat", amountMinor: 1 },
    version: null,
  }),
  "adminProviders.previewService": onProvider({
    cost: { model: "flat", amountMinor: 1 },
    rules: [],
    line: { platform: null, country: "DE", options: [], quantity: 1, hours: 1 },
  }),
  "adminProviders.mapService": onProvider({
    target: { kind: "service-key", serviceKey: "any" },
    unitsPerItem: 1,
    priority: 1,
  }),
  "adminProviders.unmapService": onProvider({ target: { kind: "service-key", serviceKey: "any" } }),
  "adminProviders.orders": onProvider(),
  "adminProviders.timeline": onProvider(),
  "adminProviders.decisions": onProvider(),
  "adminProviders.orderDecisions": onOrder,
  "adminProviders.replayDecision": async () => ({ params: { decisionId: newId("rte") } }),
  "adminLiveness.inspect": onOrder,
  "adminSupport.get": onOrder,
  "adminSupport.refund": async (owner) => {
    const { orderId, lineId } = await paidLine(await fresh(owner));
    const body = { lines: [{ lineId, amountMinor: 1 }], reason: "The matrix asks." };
    return { params: { orderId }, body, headers: keyed() };
  },
  "adminSupport.replay": async (owner) => ({ params: await paidLine(orderOf(owner)), body: {}, headers: keyed() }),
  "adminSupport.cancelLine": async (owner) => ({
    params: await freshLine(owner),
    body: { reason: "The matrix asks." },
    headers: keyed(),
  }),
  "adminRisk.list": stateless(),
  "adminRisk.decide": async () => ({
    params: { assessmentId: newId("rsk") },
    body: { verdict: "approve", reason: "The matrix asks.", version: 1 },
    headers: keyed(),
  }),
  "adminRisk.entries": stateless(),
  "adminRisk.addEntry": stateless({
    body: { list: "allow", kind: "email", value: "matrix@shop.example", note: "The matrix asks." },
  }),
  "adminRisk.removeEntry": async () => ({ params: { entryId: newId("rle") }, body: { reason: "The matrix asks." } }),
  "adminRisk.enforcement": stateless(),
  "adminRisk.setEnforcement": stateless({ body: { percent: 100, version: 0, reason: "The matrix asks." } }),
  "adminMetrics.sources": stateless(),
  "adminMetrics.diagnose": stateless({ body: { platform: "bluesky", handle: "matrix.bsky.social" } }),
  "adminMetrics.attestations": stateless(),
  "adminMetrics.attest": async () => ({
    headers: keyed(),
    body: {
      ...{ platform: "tiktok", handle: "matrix", followers: 1, reason: "The matrix asks." },
      evidenceText: "Seen by nobody but the matrix",
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    },
  }),
  "adminMetrics.decideAttestation": async () => ({
    params: { attestationId: newId("att") },
    body: { decision: "decline" },
  }),
  "adminMetrics.revokeAttestation": async () => ({
    params: { attestationId: newId("att") },
    body: { reason: "The matrix asks." },
  }),
  "adminJobs.overview": stateless(),
  "adminStorage.probes": stateless(),
  "adminStorage.probe": stateless(),
  "adminJobs.retry": stateless({
    params: { jobId: "00000000-0000-4000-8000-000000000000" },
    body: { reason: "The matrix asks." },
  }),
  "adminJobs.discard": stateless({
    params: { jobId: "00000000-0000-4000-8000-000000000000" },
    body: { reason: "The matrix asks." },
  }),
  "auth.signOut": stateless(),
};

function endpointOf(name: string): Endpoint {
  const [area = "", call = ""] = name.split(".");
  const found = (contract as ApiContract as Readonly<Record<string, Readonly<Record<string, Endpoint>>>>)[area]?.[call];
  if (found === undefined) throw new Error(`No endpoint ${name}`);
  return found;
}

async function answerOf(name: string, role: Role): Promise<string> {
  const endpoint = endpointOf(name);
  const attempt = await attempts[name]?.(ownerFor(role));
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => attempt?.params?.[key] ?? key);
  const response = await person(role).send(
    endpoint.method,
    `${path}${attempt?.query ?? ""}`,
    attempt?.body,
    attempt?.headers,
  );
  if (response.status === endpoint.success) return "yes";
  const { code = "no problem document" } = (await response.json()) as { code?: string };
  if (response.status === 401 && code === "auth.required") return "sign-in";
  if (response.status === 403 && code === "auth.forbidden") return "forbidden";
  if (response.status === 404 && code !== "request.not-found" && code !== "provider.not-found") return "hidden";
  return response.status < 500 ? code : `${response.status} ${code}`;
}

test("the reviewed table has every endpoint of the API once, and nothing else", () => {
  const all = Object.entries(contract).flatMap(([area, list]) => Object.keys(list).map((name) => `${area}.${name}`));
  expect(matrix.map(({ name }) => name).sort()).toEqual(all.sort());
});

describe("each role gets at each endpoint what the reviewed table says", () => {
  for (const { name, answers } of matrix) {
    test(name, async () => {
      const found = new Map<Role, string>();
      for (const role of roles) found.set(role, await answerOf(name, role));
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(answers));
    });
  }
});
