import { once } from "node:events";
import http, { type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { OutboundFailure } from "./outbound-failure.ts";
import { createOutboundHttp, type OutboundHttp } from "./outbound-http.ts";
import type { ResolveHost } from "./vetted-lookup.ts";

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function serve(listener: RequestListener): Promise<{ origin: string; port: number; hits: () => number }> {
  let hits = 0;
  const server = http.createServer((request, response) => {
    hits += 1;
    listener(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, hits: () => hits };
}

function outbound(egressOrigins: readonly string[], resolve?: ResolveHost): OutboundHttp {
  const created = createOutboundHttp(resolve === undefined ? { egressOrigins } : { egressOrigins, resolve });
  closers.push(() => created.close());
  return created;
}

async function failureOf(work: Promise<unknown>): Promise<OutboundFailure> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof OutboundFailure) return error;
  throw new Error(`expected an OutboundFailure, got ${String(error)}`);
}

test("an exempt origin is called, with method, headers and body, and answers as it is", async () => {
  const server = await serve((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      response.writeHead(418, { "x-answer": "yes" });
      response.end(`${request.method} ${request.headers["x-question"]} ${body}`);
    });
  });
  const answer = await outbound([server.origin]).fetch(`${server.origin}/tea`, {
    method: "POST",
    headers: { "x-question": "really" },
    body: "größe",
  });
  expect(answer).toMatchObject({ status: 418, text: "POST really größe", headers: { "x-answer": "yes" } });
});

test("a second call to the same origin reuses the connection and is checked all the same", async () => {
  const server = await serve((_, response) => response.end("ok"));
  const client = outbound([server.origin]);
  for (const _ of [1, 2, 3]) expect((await client.fetch(server.origin)).text).toBe("ok");
});

describe("what our rules refuse never opens a connection", () => {
  test("loopback by literal", async () => {
    const server = await serve((_, response) => response.end("secret"));
    const failure = await failureOf(outbound([]).fetch(`https://127.0.0.1:8443/`));
    expect(failure).toMatchObject({ kind: "refused", maybeSent: false });
    expect(server.hits()).toBe(0);
  });

  test("a name that resolves to loopback", async () => {
    const failure = await failureOf(
      outbound([], async () => [{ address: "127.0.0.1", family: 4 }]).fetch("https://rebind.example/"),
    );
    expect(failure).toMatchObject({ kind: "refused", maybeSent: false });
  });

  test("a name with one public and one private address", async () => {
    const addresses = [
      { address: "93.184.215.14", family: 4 },
      { address: "10.0.0.5", family: 4 },
    ];
    const failure = await failureOf(outbound([], async () => addresses).fetch("https://mixed.example/"));
    expect(failure).toMatchObject({ kind: "refused", maybeSent: false });
  });

  test("a header that would split the request", async () => {
    const server = await serve((_, response) => response.end("ok"));
    const failure = await failureOf(
      outbound([server.origin]).fetch(server.origin, { headers: { "x-a": "b\r\nx-evil: 1" } }),
    );
    expect(failure).toMatchObject({ kind: "refused", maybeSent: false });
    expect(server.hits()).toBe(0);
  });
});

describe("answers we don't take", () => {
  test("a redirect is a failure and its target is never called", async () => {
    const target = await serve((_, response) => response.end("inside"));
    const server = await serve((_, response) => response.writeHead(302, { location: target.origin }).end());
    const failure = await failureOf(outbound([server.origin, target.origin]).fetch(server.origin));
    expect(failure).toMatchObject({ kind: "redirected", maybeSent: true });
    expect(target.hits()).toBe(0);
  });

  test("more bytes than allowed, also without a declared length", async () => {
    const server = await serve((_, response) => {
      response.write("x".repeat(40_000));
      response.end("x".repeat(40_000));
    });
    const failure = await failureOf(outbound([server.origin]).fetch(server.origin));
    expect(failure.kind).toBe("too-large");
    const roomy = await outbound([server.origin]).fetch(server.origin, { maxBytes: 100_000 });
    expect(roomy.text).toHaveLength(80_000);
  });

  test("a compressed body, however small", async () => {
    const server = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("x".repeat(1_000_000))),
    );
    expect((await failureOf(outbound([server.origin]).fetch(server.origin))).kind).toBe("unreadable");
  });

  test("bytes that are not UTF-8", async () => {
    const server = await serve((_, response) => response.end(Buffer.from([0xff, 0xfe, 0x00])));
    expect((await failureOf(outbound([server.origin]).fetch(server.origin))).kind).toBe("unreadable");
  });
});

describe("a page of which only the head is asked for", () => {
  test("is told with its status and headers, however large, encoded or broken its body is", async () => {
    const server = await serve((_, response) => {
      response.writeHead(410, { "content-encoding": "gzip", "x-answer": "yes" });
      response.write(Buffer.alloc(200_000, 0xff));
    });
    const head = await outbound([server.origin]).probe(server.origin, { timeoutMs: 2_000 });
    expect(head).toEqual({ status: 410, headers: expect.objectContaining({ "x-answer": "yes" }) });
  });

  test("a redirect is an answer with its target, which is not called", async () => {
    const target = await serve((_, response) => response.end("inside"));
    const server = await serve((_, response) => response.writeHead(301, { location: target.origin }).end());
    const head = await outbound([server.origin, target.origin]).probe(server.origin);
    expect(head).toMatchObject({ status: 301, headers: { location: target.origin } });
    expect(target.hits()).toBe(0);
  });

  test("private addresses are refused and silence ends at the time limit", async () => {
    expect(await failureOf(outbound([]).probe("https://10.0.0.8/"))).toMatchObject({ kind: "refused" });
    const server = await serve(() => undefined);
    const silent = outbound([server.origin]).probe(server.origin, { timeoutMs: 60 });
    expect(await failureOf(silent)).toMatchObject({ kind: "timeout" });
  });
});

describe("whether a request may have arrived", () => {
  test("nothing listens: certainly not sent", async () => {
    const server = await serve((_, response) => response.end());
    const origin = server.origin;
    for (const close of closers.splice(0).reverse()) await close();
    expect(await failureOf(outbound([origin]).fetch(origin))).toMatchObject({
      kind: "unreachable",
      maybeSent: false,
    });
  });

  test("no answer in time: it may have arrived", async () => {
    const server = await serve(() => undefined);
    const failure = await failureOf(outbound([server.origin]).fetch(server.origin, { timeoutMs: 60 }));
    expect(failure).toMatchObject({ kind: "timeout", maybeSent: true });
  });

  test("the connection breaks after the request: it may have arrived", async () => {
    const server = await serve((request) => request.socket.destroy());
    const failure = await failureOf(outbound([server.origin]).fetch(server.origin, { method: "POST", body: "x" }));
    expect(failure).toMatchObject({ kind: "unreachable", maybeSent: true });
  });

  test("a body that trickles past the deadline is cut off", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200);
      response.write("a");
    });
    const failure = await failureOf(outbound([server.origin]).fetch(server.origin, { timeoutMs: 80 }));
    expect(failure).toMatchObject({ kind: "timeout", maybeSent: true });
  });
});

describe("a host that another origin plays", () => {
  test("is asked there under its own name; hosts that only look like it are not", async () => {
    const server = await serve((request, response) => response.end(`${request.headers.host} ${request.url}`));
    const created = createOutboundHttp({
      egressOrigins: [],
      egressHosts: { "mastodon.example": server.origin },
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    });
    closers.push(() => created.close());
    const answer = await created.fetch("https://mastodon.example/api?a=1");
    expect(answer.text).toBe("mastodon.example /api?a=1");
    for (const address of ["https://evil.mastodon.example/", "https://mastodon.example.evil.example/"]) {
      expect((await failureOf(created.fetch(address))).kind).toBe("refused");
    }
    expect((await failureOf(created.fetch("http://mastodon.example/"))).kind).toBe("refused");
    expect(server.hits()).toBe(1);
  });
});
