import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { classifyFailure } from "./classify-error.ts";
import { HttpProviderConfig } from "./http-provider-config.ts";
import { readMinor, readNumber, readOrder, readPath } from "./read-answer.ts";
import { formFields, renderText, renderTree } from "./render-template.ts";
import { verifySupplierWebhook } from "./verify-supplier-webhook.ts";

describe("templates", () => {
  test("a variable alone keeps its type, one in a text becomes text", () => {
    const values = { quantity: 3, handle: "ada", platform: "youtube" };
    expect(renderTree({ quantity: "{quantity}", target: { channel: "{platform}:{handle}" } }, values)).toEqual({
      quantity: 3,
      target: { channel: "youtube:ada" },
    });
  });

  test("a value with braces is not rendered again", () => {
    expect(renderText("{handle}", { handle: "{reference}", reference: "att_1" })).toBe("{reference}");
  });

  test("nothing but the order's own variables can be named", () => {
    const names = ["{env}", "{constructor}", "{API_KEY}", "{reference.x}", "{{reference}}"];
    for (const path of names) {
      const parsed = HttpProviderConfig.shape.endpoints.shape.submit.safeParse({ method: "GET", path: `/${path}` });
      expect(parsed.success).toBe(false);
    }
  });

  test("forms are flattened with brackets", () => {
    expect(formFields({ a: 1, b: { c: "x" } })).toEqual([
      ["a", "1"],
      ["b[c]", "x"],
    ]);
  });
});

describe("reading answers", () => {
  test("paths see own properties only", () => {
    expect(readPath({ a: [{ b: 1 }] }, "a.0.b")).toBe(1);
    expect(readPath({}, "constructor")).toBeUndefined();
    expect(readPath({ a: "text" }, "a.length")).toBeUndefined();
  });

  test("numbers may be text, and nothing else passes for one", () => {
    expect(readNumber("10")).toBe(10);
    expect(readNumber(" 3.5 ")).toBe(3.5);
    for (const value of ["", "1e3", "0x10", "NaN", "Infinity", "1,5", null, true, []]) {
      expect(readNumber(value)).toBeNull();
    }
  });

  test("major units become minor ones without a float in between", () => {
    expect(readMinor("412.50", "major")).toBe(41_250);
    expect(readMinor("0.1", "major")).toBe(10);
    expect(readMinor("19.99", "major")).toBe(1_999);
    expect(readMinor("1.234", "major")).toBeNull();
    expect(readMinor(450, "minor")).toBe(450);
    expect(readMinor("-1", "minor")).toBeNull();
  });

  const order: HttpProviderConfig["order"] = {
    externalId: "id",
    status: "s",
    states: { done: "completed" },
    delivered: "n",
    evidence: { list: "e", kind: "k", kindOf: { file: "asset" }, url: "u", units: "n", reportedAt: "t" },
  };

  test("an order with an unknown state is no order", () => {
    expect(readOrder(order, { id: "1", s: "done", n: "2" }, "EUR")).toMatchObject({
      status: "completed",
      delivered: 2,
    });
    for (const s of ["toString", "other", null, 3]) expect(readOrder(order, { id: "1", s, n: 2 }, "EUR")).toBeNull();
  });

  test("evidence that can't be read is left out, and a link is only ever a web address", () => {
    const entry = { k: "file", u: "https://files.example/1", n: "1", t: "2026-11-22T12:00:00Z" };
    const e = [entry, { ...entry, u: "javascript:alert(1)" }, { ...entry, t: "yesterday" }, null, { ...entry, k: "x" }];
    expect(readOrder(order, { id: "1", s: "done", n: 2, e }, "EUR")?.evidence.map((piece) => piece.url)).toEqual([
      "https://files.example/1",
      null,
    ]);
  });
});

describe("what trouble means", () => {
  const rules = { errors: [{ path: "ok", equals: false, class: "permanent" as const }] };
  const answer = (status: number, body: unknown = {}) =>
    classifyFailure(rules, { kind: "answer", status, body, headers: { "retry-after": "7" } });

  test("a request that never left may be repeated, one that may have arrived is in doubt", () => {
    expect(classifyFailure(rules, { kind: "no-answer", maybeSent: false, why: "" }).class).toBe("transient");
    expect(classifyFailure(rules, { kind: "no-answer", maybeSent: true, why: "" }).class).toBe("ambiguous");
    expect(classifyFailure(rules, { kind: "unreadable", status: 200, why: "" }).class).toBe("ambiguous");
  });

  test.each([
    [429, "quota"],
    [401, "auth"],
    [403, "auth"],
    [404, "absent"],
    [422, "permanent"],
    [408, "ambiguous"],
    [409, "ambiguous"],
    [500, "ambiguous"],
    [502, "ambiguous"],
    [503, "ambiguous"],
  ])("without a rule, HTTP %i is %s", (status, expected) => {
    expect(answer(status).class).toBe(expected);
  });

  test("a rule wins over the status, and a wait is read", () => {
    expect(answer(200, { ok: false })).toMatchObject({ class: "permanent", retryAfterMs: 7_000 });
  });
});

describe("webhook signatures", () => {
  const body = new TextEncoder().encode('{"a":1}');
  const now = new Date("2026-11-22T12:00:00Z");
  const key = Buffer.from("a secret of some length!").toString("base64");
  const standard = { scheme: "standard-webhooks", secret: "webhook", prefix: "", root: "" } as const;

  function signed(seconds: number, bytes: Uint8Array = body) {
    const digest = createHmac("sha256", Buffer.from(key, "base64")).update(`msg_1.${seconds}.`).update(bytes);
    return {
      "webhook-id": "msg_1",
      "webhook-timestamp": String(seconds),
      "webhook-signature": `v1,${digest.digest("base64")}`,
    };
  }
  const verify = (headers: Record<string, string>) =>
    verifySupplierWebhook(standard, `whsec_${key}`, headers, body, now);
  const seconds = now.getTime() / 1000;

  test("the right bytes with the right secret at the right time pass", () => {
    expect(verify(signed(seconds))).toBe(true);
    const headers = signed(seconds);
    expect(verify({ ...headers, "webhook-signature": `v1,AAAA ${headers["webhook-signature"]}` })).toBe(true);
  });

  test("other bytes, another id, an old or future time, or no signature do not", () => {
    const right = signed(seconds);
    expect(verify(signed(seconds, new TextEncoder().encode("{}")))).toBe(false);
    expect(verify({ ...right, "webhook-id": "msg_2" })).toBe(false);
    expect(verify(signed(seconds - 301))).toBe(false);
    expect(verify(signed(seconds + 301))).toBe(false);
    expect(verify({ ...right, "webhook-signature": "" })).toBe(false);
    expect(verify({ ...right, "webhook-signature": right["webhook-signature"].replace("v1", "v2") })).toBe(false);
    expect(verify({})).toBe(false);
  });

  test("a hex digest after its prefix passes, anything else does not", () => {
    const config = { ...standard, scheme: "hmac-sha256-hex", header: "X-Sig", prefix: "sha256=" } as const;
    const digest = createHmac("sha256", "s").update(body).digest("hex");
    const check = (value: string) => verifySupplierWebhook(config, "s", { "x-sig": value }, body, now);
    expect(check(`sha256=${digest}`)).toBe(true);
    expect(check(digest)).toBe(false);
    expect(check(`sha256=${digest.slice(2)}`)).toBe(false);
    expect(check("sha256=")).toBe(false);
  });
});
