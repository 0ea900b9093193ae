import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { forwardToApi } from "./forward-to-api.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** An API that answers like this; its origin. */
async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const shop = "http://shop.example/api/v1";

test("a call arrives as it was sent, and the answer as it was given: cookies, status, body", async () => {
  let seen: unknown;
  const api = await listen(async (request, response) => {
    const { method, url, headers } = request;
    const { cookie, "x-forwarded-for": from, "x-forwarded-host": host, "content-length": length } = headers;
    seen = { method, url, cookie, from, host, length, body: await text(request) };
    response.writeHead(201, [
      ...["set-cookie", "a=1; Path=/", "set-cookie", "b=2; HttpOnly"],
      ...["content-type", "application/json", "location", "/api/v1/orders/1"],
    ]);
    response.end('{"id":1}');
  });
  const body = '{"name":"Ä"}';
  const answer = await forwardToApi(
    new Request(`${shop}/carts/crt_1%2F2/lines?limit=2&q=a%20b`, {
      method: "POST",
      body,
      headers: {
        host: "shop.example",
        cookie: "smplat_guest=secret",
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
        "x-forwarded-for": "203.0.113.7",
      },
    }),
    api,
  );
  expect(seen).toEqual({
    ...{ method: "POST", url: "/api/v1/carts/crt_1%2F2/lines?limit=2&q=a%20b", cookie: "smplat_guest=secret", body },
    ...{ from: "203.0.113.7", host: "shop.example", length: String(Buffer.byteLength(body)) },
  });
  expect([answer.status, await answer.text()]).toEqual([201, '{"id":1}']);
  expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; HttpOnly"]);
  expect(answer.headers.get("location")).toBe("/api/v1/orders/1");
});

test("a redirect and an answer without a body go to whoever asked, not after", async () => {
  const api = await listen((request, response) => {
    if (request.url?.endsWith("/gone")) response.writeHead(204).end();
    else response.writeHead(303, { location: "https://bank.example/" }).end();
  });
  const answer = await forwardToApi(new Request(`${shop}/away`), api);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "https://bank.example/"]);
  expect((await forwardToApi(new Request(`${shop}/gone`, { method: "DELETE" }), api)).status).toBe(204);
});

test("what the API streams is passed on piece by piece", async () => {
  let send = (_: string): void => undefined;
  const api = await listen((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("first");
    send = (piece) => response.end(piece);
  });
  const reader = (await forwardToApi(new Request(`${shop}/stream`), api)).body?.getReader();
  const read = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await read()).toBe("first");
  send("second");
  expect(await read()).toBe("second");
});

test("503 with when to try again while the API is away, and when it goes away under a call", async () => {
  const api = await listen((request) => request.socket.destroy());
  const dropped = await forwardToApi(new Request(`${shop}/checkout`, { method: "POST", body: "{}" }), api);
  for (const close of closing.splice(0)) close();
  const absent = await forwardToApi(new Request(`${shop}/session`, { headers: { "x-request-id": "abc" } }), api);
  for (const answer of [dropped, absent]) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect(await absent.json()).toMatchObject({ status: 503, code: "request.unavailable", requestId: "abc" });
});
