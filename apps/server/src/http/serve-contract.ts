import type { Contract, Endpoint } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";
import { recordActor } from "@smplat/core/kernel/actor";
import { DomainError } from "@smplat/core/kernel/domain-error";
import { runWithContext } from "@smplat/core/logger";
import { type Context, Hono } from "hono";
import { clientAddress } from "./client-address.ts";
import type { AllHandlers, FileAnswer, Handler, Visitor } from "./handler.ts";
import { runKeyed } from "./keyed-request.ts";
import { authorize } from "./policy.ts";
import { problemOf } from "./problem.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import { readRequest } from "./read-request.ts";
import { securityHeaders } from "./security-headers.ts";
import { buyerOf, nobody, refuseCrossSite, resolveSession } from "./session.ts";

interface Door {
  readonly endpoint: Endpoint;
  readonly handler: Handler<Endpoint>;
}

/** What a request has gathered for its answer beside the body. */
interface Outgoing {
  readonly requestId: string;
  readonly headers: Record<string, string>;
  readonly cookies: string[];
}

/**
 * Serves every endpoint of a contract: session, policy, rate limit, reading, idempotency, handler, answer, in that
 * order, each failure as problem details with the request's id.
 */
export function serveContract<C extends Contract>(app: Hono, core: Core, contract: C, handlers: AllHandlers<C>): void {
  const rateLimit = createRateLimit(core.config.api.rateLimits);
  const methodsOf = new Map<string, string[]>();
  for (const [area, endpoints] of Object.entries(contract)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const handler = (handlers[area] as Record<string, Handler<Endpoint>> | undefined)?.[name];
      if (handler === undefined) throw new Error(`No handler for ${area}.${name}`);
      const path = `/api/v1${endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
      methodsOf.set(path, [...(methodsOf.get(path) ?? []), endpoint.method]);
      app.on(endpoint.method, path, (context) => answer(core, rateLimit, { endpoint, handler }, context));
    }
  }
  const elsewhere = refusals(core, methodsOf);
  app.notFound((context) => elsewhere.fetch(context.req.raw, context.env));
}

/** Answers what no endpoint takes. An app of its own, asked last: routes beside the served ones would cost every request. */
function refusals(core: Core, methodsOf: ReadonlyMap<string, readonly string[]>): Hono {
  const app = new Hono();
  // Plain paths first: `/orders/access-links` also fits `/orders/:orderId`, whose methods are others.
  for (const [path, methods] of [...methodsOf].sort(([a], [b]) => Number(a.includes(":")) - Number(b.includes(":")))) {
    app.all(path, (context) =>
      refuse(core, context, new DomainError("request.method-not-allowed", { allow: methods.join(", ") })),
    );
  }
  app.all("/api/*", (context) => refuse(core, context, new DomainError("request.not-found")));
  app.notFound(() => new Response("There is nothing here.", { status: 404, headers: securityHeaders }));
  return app;
}

async function answer(core: Core, rateLimit: RateLimit, door: Door, context: Context): Promise<Response> {
  const { endpoint } = door;
  const requestId = requestIdOf(context);
  const outgoing = newOutgoing(requestId);
  const started = performance.now();
  const leave = core.traffic.enter();
  return runWithContext({ requestId, correlationId: requestId }, async () => {
    try {
      const headers = context.req.raw.headers;
      const session = endpoint.session === "ignored" ? nobody : await resolveSession(core, headers);
      refuseCrossSite(endpoint.method, headers, core.config.publicUrl);
      authorize(endpoint, session);
      const ip = clientAddress(context, core.config.api.trustedProxies);
      await rateLimit.consume(endpoint.path, session.guestOwnerId ?? ip, endpoint.limitPerMinute);
      const visitor = visitorOf(core, session.actor, {
        ip,
        requestId,
        headers,
        outgoing,
        guestOwnerId: session.guestOwnerId,
        awaiting: session.awaiting,
      });
      const context2 = { requestId, correlationId: requestId, actor: recordActor(session.actor) };
      const response = await runWithContext(context2, () =>
        respond(core, door, context, session.actor, visitor, outgoing),
      );
      core.logger.debug(
        {
          method: endpoint.method,
          path: endpoint.path,
          status: response.status,
          ms: Math.round(performance.now() - started),
        },
        "request answered",
      );
      return response;
    } catch (error) {
      return refuse(core, context, error, outgoing);
    } finally {
      leave();
    }
  });
}

async function respond(
  core: Core,
  { endpoint, handler }: Door,
  context: Context,
  actor: Actor,
  visitor: Visitor,
  outgoing: Outgoing,
): Promise<Response> {
  const request = await readRequest(endpoint, context);
  const run = () => handler({ actor, visitor, ...request } as Parameters<typeof handler>[0]);
  if (endpoint.output !== "json") return fileResponse((await run()) as unknown as FileAnswer, outgoing);
  if (endpoint.idempotency === "none") return jsonResponse(endpoint.success, stringify(await run()), outgoing);
  const key = context.req.header("idempotency-key");
  const { params, query, body } = request;
  const keyed = { endpoint, actor, key, request: { params, query, body }, requestId: visitor.requestId };
  const result = await runKeyed(core, keyed, async () => stringify(await run()));
  if (result.replayed) outgoing.headers["idempotent-replayed"] = "true";
  return jsonResponse(result.status, result.body, outgoing);
}

const stringify = (value: unknown): string => (value === undefined ? "" : JSON.stringify(value));

function jsonResponse(status: number, body: string, outgoing: Outgoing): Response {
  const problem = status >= 400;
  const { headers } = outgoing;
  if (body !== "") headers["content-type"] = problem ? "application/problem+json" : "application/json";
  headers["cache-control"] = "no-store";
  return new Response(body === "" ? null : body, { status, headers: sent(outgoing) });
}

function fileResponse(file: FileAnswer, outgoing: Outgoing): Response {
  const name = encodeURIComponent(file.fileName);
  Object.assign(outgoing.headers, {
    "content-type": file.contentType,
    "content-disposition": `${file.inline ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "cache-control": "private, no-store",
  });
  return new Response(Buffer.from(file.bytes), { status: 200, headers: sent(outgoing) });
}

function refuse(core: Core, context: Context, error: unknown, given?: Outgoing): Response {
  const outgoing = given ?? newOutgoing(requestIdOf(context));
  const { requestId } = outgoing;
  const problem = problemOf(error, requestId);
  if (problem.report)
    core.logger.error({ err: error, path: context.req.path, requestId }, "a request failed on our side");
  Object.assign(outgoing.headers, problem.headers, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
  return new Response(JSON.stringify(problem.body), { status: problem.status, headers: sent(outgoing) });
}

const newOutgoing = (requestId: string): Outgoing => ({
  requestId,
  headers: { ...securityHeaders, "x-request-id": requestId },
  cookies: [],
});

/** A plain object as long as no name comes twice: the server writes it as it is. */
function sent({ headers, cookies }: Outgoing): Record<string, string> | Headers {
  if (cookies.length === 0) return headers;
  const all = new Headers(headers);
  for (const cookie of cookies) all.append("set-cookie", cookie);
  return all;
}

function visitorOf(
  core: Core,
  actor: Actor,
  request: Pick<Visitor, "ip" | "requestId" | "headers" | "guestOwnerId" | "awaiting"> & { outgoing: Outgoing },
): Visitor {
  const setCookie = (cookie: string) => void request.outgoing.cookies.push(cookie);
  const setHeader = (name: string, value: string) => {
    request.outgoing.headers[name.toLowerCase()] = value;
  };
  return {
    requestId: request.requestId,
    ip: request.ip,
    headers: request.headers,
    guestOwnerId: request.guestOwnerId,
    awaiting: request.awaiting,
    setCookie,
    setHeader,
    buyer: () => buyerOf(core, actor, { setCookie, setHeader }),
  };
}

/** A caller may name its request; anything odd is replaced. */
function requestIdOf(context: Context): string {
  const given = context.req.header("x-request-id");
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}
