import { type ApiContract, contract, type Endpoint } from "@smplat/contracts";
import { newId } from "@smplat/core/kernel/id";
import { createTestVisitor, newAccount, startTestShop, type TestShop, type Visitor } from "@smplat/testing";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../app.ts";

interface Door {
  readonly name: string;
  readonly endpoint: Endpoint;
}

const doors: readonly Door[] = Object.entries(
  contract as ApiContract as Record<string, Record<string, Endpoint>>,
).flatMap(([area, list]) => Object.entries(list).map(([name, endpoint]) => ({ name: `${area}.${name}`, endpoint })));
const withBody = doors.filter(({ endpoint }) => endpoint.body !== undefined);

let shop: TestShop;
let customer: Visitor;
let admin: Visitor;

beforeAll(async () => {
  shop = await startTestShop(createApp);
  customer = await signIn("customer");
  admin = await signIn("admin");
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

async function signIn(role: "customer" | "admin"): Promise<Visitor> {
  const { email, password } = await newAccount(shop.core, role);
  const visitor = shop.visit();
  await visitor.api.auth.signIn({ body: { email, password } });
  return visitor;
}

/** Somebody whom the door lets in. */
const whoMay = ({ endpoint }: Door): Visitor =>
  endpoint.access === "everyone" || endpoint.access.includes("customer") ? customer : admin;

const prefixes: Readonly<Record<string, string>> = {
  accountId: "soc",
  cartId: "crt",
  challengeId: "och",
  lineId: "cln",
  orderId: "ord",
  refillId: "rfl",
  assessmentId: "rsk",
  entryId: "rle",
  productId: "prd",
  providerId: "prv",
  decisionId: "rte",
  attestationId: "att",
};
const samples: Readonly<Record<string, string>> = {
  slug: "sample",
  metric: "followers",
  code: "7K3M9QXT",
  service: "any",
  kind: "invoice",
  format: "pdf",
  jobId: "00000000-0000-4000-8000-000000000000",
};
/** A line is an order's or a cart's, as the path says. */
const prefixOf = (path: string, name: string): string =>
  name === "lineId" && path.includes("{orderId}") ? "oln" : (prefixes[name] ?? name);
const pathOf = ({ endpoint }: Door): string =>
  endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? newId(prefixOf(endpoint.path, name)));

async function send(door: Door, body: unknown, headers: Record<string, string> = {}) {
  const all = { "idempotency-key": crypto.randomUUID(), ...headers };
  const answer = await whoMay(door).send(door.endpoint.method, pathOf(door), body, all);
  const problem = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  return { status: answer.status, code: problem.code, problem, headers: answer.headers };
}

describe.each(withBody)("$name", (door) => {
  test("415 for a body that is not called JSON", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1", ""]) {
      const answer = await send(door, "{}", { "content-type": type });
      expect([answer.status, answer.code], type).toEqual([415, "request.unsupported-media-type"]);
    }
  });

  test("400 for what is no JSON, with a remedy and the request's id", async () => {
    for (const body of ["", "{", '{"a":1,}', "undefined", "{'a':1}", "\u0000", "[1,2"]) {
      const answer = await send(door, body);
      expect([answer.status, answer.code], JSON.stringify(body)).toEqual([400, "request.malformed"]);
      expect(answer.problem).toMatchObject({
        remedy: expect.stringContaining("JSON"),
        requestId: answer.headers.get("x-request-id"),
      });
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  });

  test("422 for values of another kind than an object, however deep", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const nested = `${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`;
    for (const body of ["null", "1", '"text"', "[]", "true", deep, nested]) {
      const answer = await send(door, body);
      expect([answer.status, answer.code], body.slice(0, 20)).toEqual([422, "request.invalid"]);
    }
  });

  test("422 naming a field nobody knows, also one that a careless server would merge into every object", async () => {
    for (const name of ["isAdmin", "__proto__", "constructor", "toString"]) {
      const answer = await send(door, `{"${name}":{"admin":true}}`);
      expect([answer.status, answer.code], name).toEqual([422, "request.invalid"]);
      if (name === "isAdmin") expect(answer.problem.fields).toContainEqual({ path: name, message: expect.any(String) });
    }
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  test("413 for a body beyond the limit, declared or streamed", async () => {
    const huge = `{"a":"${"x".repeat(300 * 1024)}"}`;
    const declared = await send(door, huge);
    expect([declared.status, declared.code]).toEqual([413, "request.too-large"]);
    const chunk = new TextEncoder().encode("x".repeat(64 * 1024));
    let left = 8;
    const stream = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    const cookie = [...whoMay(door).cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const streamed = await shop.app.request(`http://localhost:3000/api/v1${pathOf(door)}`, {
      method: door.endpoint.method,
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", cookie },
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  test("no 5xx for any JSON at all", async () => {
    const keys = Object.keys((door.endpoint.body as unknown as { shape?: object }).shape ?? {});
    const guess = fc.dictionary(fc.constantFrom(...keys, "extra"), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 8 });
    await fc.assert(
      fc.asyncProperty(guess, async (body) => {
        const { status } = await send(door, JSON.stringify(body));
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 12, seed: 20_261_122 },
    );
  });
});

describe("texts", () => {
  const texts: readonly [name: string, body: (value: string) => object][] = [
    ["auth.signIn", (value) => ({ email: `${value}@shop.example`, password: "umbrella-under-7-seas" })],
    [
      "auth.signUp",
      (value) => ({ email: "a@shop.example", password: "umbrella-under-7-seas", name: value, locale: "en" }),
    ],
    ["auth.verifyEmail", (value) => ({ token: value })],
    ["auth.requestPasswordReset", (value) => ({ email: `${value}@shop.example` })],
    ["orders.redeemAccess", (value) => ({ token: value })],
    ["orders.requestAccess", (value) => ({ email: `${value}@shop.example` })],
    ["orders.cancel", (value) => ({ reason: value })],
    ["accounts.updateProfile", (value) => ({ name: value })],
    ["metrics.validateAccount", (value) => ({ platform: "youtube", handle: value })],
    [
      "quotes.create",
      (value) => ({
        productId: newId("prd"),
        quantity: 1,
        selection: { options: {}, addOns: [], plan: null, fields: {} },
        platformContext: { platform: "youtube", handle: value, accountId: null },
        currency: "EUR",
      }),
    ],
    ["adminOrders.transition", (value) => ({ command: "hold", reason: value, version: 1 })],
    ["adminProducts.unpublish", (value) => ({ version: 1, reason: value })],
  ];

  test.each(texts)("%s: 422 for a NUL and for half a character", async (name, body) => {
    const door = doors.find((candidate) => candidate.name === name);
    if (door === undefined) throw new Error(name);
    for (const value of ["a\u0000b", "a\u001bb", "a\ud800b"]) {
      const answer = await send(door, JSON.stringify(body(value)));
      expect([answer.status, answer.code], JSON.stringify(value)).toEqual([422, "request.invalid"]);
    }
  });

  test("a NUL in a password or in a custom field is refused or means nothing, and is never a 500", async () => {
    for (const [path, body] of [
      ["/auth/sign-in", { email: "a@shop.example", password: "umbrella\u0000seas" }],
      ["/auth/sign-up", { email: "nul@shop.example", password: "umbrella\u0000seas", name: "A", locale: "en" }],
      [
        "/quotes",
        {
          productId: newId("prd"),
          quantity: 1,
          selection: { options: {}, addOns: [], plan: null, fields: { a: "b\u0000" } },
          platformContext: null,
          currency: "EUR",
        },
      ],
    ] as const) {
      expect((await shop.visit().send("POST", path, body)).status, path).toBeLessThan(500);
    }
  });
});

describe("addresses", () => {
  const get = async (path: string) => {
    const answer = await customer.send("GET", path);
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };

  test("404 for a path nobody serves, inside and outside the current version", async () => {
    for (const path of ["/nothing", "/orders/nothing/at/all", "/products/a/b", "/admin"]) {
      expect(await get(path), path).toEqual([404, "request.not-found"]);
    }
    const outside = await shop.app.request("http://localhost:3000/api/v2/products", {});
    expect(outside.status).toBe(404);
  });

  test("405 with Allow for a method a path doesn't know", async () => {
    const methods = Map.groupBy(doors, ({ endpoint }) => endpoint.path);
    for (const [path, list] of methods) {
      const known = list.map(({ endpoint }) => endpoint.method as string);
      const [door] = list;
      if (door === undefined) continue;
      for (const method of ["PUT", "TRACE-ME", "OPTIONS"].filter((name) => !known.includes(name))) {
        const answer = await whoMay(door).send(method, pathOf(door));
        expect([answer.status, path, method]).toEqual([405, path, method]);
        expect(
          (answer.headers.get("allow") ?? "").split(", ").some((name) => known.includes(name)),
          path,
        ).toBe(true);
      }
    }
  });

  test("422 or 404 for ids that are none, percent signs that encode nothing, NULs and climbing", async () => {
    const bad = [
      "%00",
      "a%00b",
      "%E0%A4%A",
      "%",
      "..%2f..%2fetc",
      "ord_1",
      "ORD_00000000000000000000000000",
      "%F0%9F%92%A9",
      "a".repeat(3_000),
    ];
    for (const { endpoint, ...door } of doors.filter((candidate) => candidate.endpoint.params !== undefined)) {
      for (const value of bad) {
        const path = endpoint.path.replaceAll(/\{(\w+)\}/g, value);
        const answer = await whoMay({ endpoint, ...door }).send(
          endpoint.method,
          path,
          endpoint.body === undefined && endpoint.input === "json" ? undefined : {},
          { "idempotency-key": crypto.randomUUID() },
        );
        expect([400, 404, 422], `${endpoint.method} ${path.slice(0, 80)} answered ${answer.status}`).toContain(
          answer.status,
        );
      }
    }
  });

  test("422 naming it for a name given twice, an unknown name and a value out of range", async () => {
    for (const [query, path] of [
      ["limit=1&limit=2", "limit"],
      ["colour=red", "colour"],
      ["limit=0", "limit"],
      ["limit=1e3", "limit"],
      ["limit=999999", "limit"],
      ["platform=myspace", "platform"],
      ["q=a%00b", "q"],
      ["__proto__=1", "__proto__"],
      ["currency[]=EUR", "currency[]"],
    ]) {
      const answer = await customer.send("GET", `/products?${query}`);
      expect(answer.status, query).toBe(422);
      expect(
        ((await answer.json()) as { fields: { path: string }[] }).fields.map((field) => field.path),
        query,
      ).toContain(path);
    }
  });

  test("422 for a cursor nobody gave out, at every list", async () => {
    // A list of one thing answers 404 for a thing that isn't there before it looks at the cursor.
    const lists = doors.filter(
      ({ endpoint }) => endpoint.errors.includes("page.cursor-invalid") && endpoint.params === undefined,
    );
    expect(lists.length).toBeGreaterThan(2);
    for (const door of lists) {
      for (const cursor of ["x", "eyJhIjoxfQ", "bnVsbA", "W10", "AAAA"]) {
        const answer = await whoMay(door).send("GET", `${door.endpoint.path}?cursor=${cursor}`);
        expect([answer.status, ((await answer.json()) as { code: string }).code], `${door.name} ${cursor}`).toEqual([
          422,
          "page.cursor-invalid",
        ]);
      }
    }
  });
});

describe("requests of other sites", () => {
  const changes = doors.filter(({ endpoint }) => endpoint.method !== "GET");

  test.each(changes)("$name: 403 when our cookies come with another site's page", async ({ endpoint, name }) => {
    const cookie = [...whoMay({ endpoint, name }).cookies].map(([key, value]) => `${key}=${value}`).join("; ");
    const strange: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
      { origin: "https://evil.example" },
      { origin: "null" },
      {},
    ];
    for (const headers of strange) {
      const answer = await shop.app.request(`http://localhost:3000/api/v1${pathOf({ endpoint, name })}`, {
        method: endpoint.method,
        headers: { ...headers, cookie, "content-type": "application/json" },
        ...(endpoint.method === "DELETE" ? {} : { body: "{}" }),
      });
      expect([answer.status, ((await answer.json()) as { code: string }).code], JSON.stringify(headers)).toEqual([
        403,
        "request.cross-site",
      ]);
    }
  });

  test("a caller without cookies borrows no rights and is let through to the door", async () => {
    const visitor = createTestVisitor(shop.app, contract);
    const answer = await visitor.send("POST", "/carts", { currency: "EUR" }, { "sec-fetch-site": "cross-site" });
    expect(answer.status).toBe(201);
  });
});

describe("idempotency keys", () => {
  test("400 for a key that is missing, too long or not printable", async () => {
    const door = doors.find(({ name }) => name === "checkout.complete");
    const body = {
      cartId: newId("crt"),
      cartQuoteId: newId("cqt"),
      expectedTotalMinor: 1,
      contact: { email: "a@shop.example", name: "A" },
      billing: { address: { line1: "A", city: "B", postalCode: "1", country: "DE" } },
      paymentMethodId: "pm_card_visa",
      consents: { terms: true, earlyStart: true },
      locale: "en",
    };
    for (const [key, code] of [
      ["", "idempotency.key-required"],
      ["x".repeat(256), "idempotency.key-invalid"],
      ["with space", "idempotency.key-invalid"],
    ]) {
      const answer = await customer.send("POST", door?.endpoint.path ?? "", body, { "idempotency-key": key ?? "" });
      expect([answer.status, ((await answer.json()) as { code: string }).code], key).toEqual([400, code]);
    }
  });
});
