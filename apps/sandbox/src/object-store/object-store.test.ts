import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../start-sandbox.ts";
import { callJson } from "../testing/call-json.ts";

const headers = { authorization: "AWS4-HMAC-SHA256 Credential=test" };
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.stop();
});
beforeEach(async () => {
  await callJson(`${sandbox.url}/control/reset`, { method: "POST" });
});

function store(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${sandbox.url}/s3${path}`, { ...init, headers: { ...headers, ...init.headers } });
}

async function putText(key: string, body: string, extra: Record<string, string> = {}): Promise<number> {
  const response = await store(`/papers/${key}`, {
    method: "PUT",
    body,
    headers: { "content-type": "text/plain", ...extra },
  });
  await response.text();
  return response.status;
}

test("what is put is got back byte for byte, with its type and tag", async () => {
  expect(await putText("a/b c.txt", "héllo", { "x-amz-meta-order": "ord_1" })).toBe(200);
  const got = await store("/papers/a/b%20c.txt");
  expect(await got.text()).toBe("héllo");
  expect(got.headers.get("content-type")).toBe("text/plain");
  expect(got.headers.get("x-amz-meta-order")).toBe("ord_1");
  const head = await store("/papers/a/b%20c.txt", { method: "HEAD" });
  expect([head.status, head.headers.get("content-length"), head.headers.get("etag")]).toEqual([
    200,
    "6",
    got.headers.get("etag"),
  ]);
});

test("If-None-Match: * never overwrites", async () => {
  expect(await putText("once", "first", { "if-none-match": "*" })).toBe(200);
  expect(await putText("once", "second", { "if-none-match": "*" })).toBe(412);
  expect(await (await store("/papers/once")).text()).toBe("first");
});

test("a deleted object is gone, and deleting it again is no error", async () => {
  await putText("gone", "x");
  expect((await store("/papers/gone", { method: "DELETE" })).status).toBe(204);
  expect((await store("/papers/gone", { method: "DELETE" })).status).toBe(204);
  const missing = await store("/papers/gone");
  expect(missing.status).toBe(404);
  expect(await missing.text()).toContain("<Code>NoSuchKey</Code>");
});

test("a listing pages by continuation token and folds at the delimiter", async () => {
  for (const key of ["a/1", "a/2", "b", "c<&>"]) {
    await putText(key, key);
  }
  const folded = await (await store("/papers?list-type=2&delimiter=/")).text();
  expect(folded).toContain("<CommonPrefixes><Prefix>a/</Prefix></CommonPrefixes>");
  expect(folded).toContain("<Key>c&#60;&#38;&#62;</Key>");
  const first = await (await store("/papers?list-type=2&max-keys=3")).text();
  const token = /<NextContinuationToken>([^<]+)</.exec(first)?.[1] ?? "";
  const second = await (await store(`/papers?list-type=2&continuation-token=${token}`)).text();
  expect([...second.matchAll(/<Key>/g)]).toHaveLength(1);
});

test("chunked uploads of the SDK are unwrapped", async () => {
  const body = "5;chunk-signature=abc\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:AAAA==\r\n\r\n";
  await putText("chunked", body, { "x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER" });
  expect(await (await store("/papers/chunked")).text()).toBe("hello world");
});

test("torn: a read breaks off and a write keeps half", async () => {
  await putText("whole", "0123456789");
  await callJson(`${sandbox.url}/control/s3`, { method: "PUT", json: { mode: "torn" } });
  await expect(store("/papers/whole").then((response) => response.text())).rejects.toThrow();
  await putText("half", "0123456789");
  await callJson(`${sandbox.url}/control/s3`, { method: "PUT", json: { mode: "normal" } });
  expect(await (await store("/papers/half")).text()).toBe("01234");
});

test("down answers 503 and an unsigned request 403", async () => {
  expect((await fetch(`${sandbox.url}/s3/papers/x`)).status).toBe(403);
  await callJson(`${sandbox.url}/control/s3`, { method: "PUT", json: { mode: "down" } });
  expect((await store("/papers/x")).status).toBe(503);
});
