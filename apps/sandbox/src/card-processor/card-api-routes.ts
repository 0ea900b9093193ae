import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { hangUp, type SandboxEnv } from "../http/hang-up.ts";
import { parseForm } from "../http/parse-form.ts";
import { newId } from "../seeded-random.ts";
import type { WebhookQueue } from "../webhooks/webhook-queue.ts";
import type { World } from "../world.ts";
import { CardError } from "./card-error.ts";
import { apiVersion, type CardContext } from "./card-events.ts";
import { findSavedAnswer, fingerprintOf, keyInUse, saveAnswer } from "./card-idempotency.ts";
import { runCardOperation } from "./card-operations.ts";

interface Answer {
  status: ContentfulStatusCode;
  body: string;
  requestId: string;
  replayed: boolean;
  /** Whether the operation itself ran, as opposed to being refused before it did. */
  executed: boolean;
}

function bearerKey(header: string | undefined): string {
  if (header?.startsWith("Bearer ")) {
    return header.slice(7);
  }
  if (header?.startsWith("Basic ")) {
    return Buffer.from(header.slice(6), "base64").toString("utf8").split(":")[0] ?? "";
  }
  return "";
}

function checkKey(world: World, header: string | undefined): void {
  const key = bearerKey(header);
  if (key === world.keys.stripe) {
    return;
  }
  const message = key
    ? `Invalid API Key provided: ${key.slice(0, 8)}********`
    : "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";
  throw new CardError(401, { type: "invalid_request_error", message });
}

function errorAnswer(error: CardError, requestId: string): Answer {
  const body = JSON.stringify({
    error: { ...error.body, request_log_url: `https://dashboard.stripe.com/test/logs/${requestId}` },
  });
  return { status: error.status, body, requestId, replayed: false, executed: error.executed };
}

function execute(context: CardContext, method: string, path: string, encoded: string, requestId: string): Answer {
  try {
    const body = JSON.stringify(runCardOperation(context, method, path, parseForm(encoded)));
    return { status: 200, body, requestId, replayed: false, executed: true };
  } catch (error) {
    if (error instanceof CardError) {
      return errorAnswer(error, requestId);
    }
    throw error;
  }
}

function send(c: Context<SandboxEnv>, answer: Answer, key: string | undefined): Response {
  return c.body(answer.body, answer.status, {
    "content-type": "application/json",
    "request-id": answer.requestId,
    "stripe-version": c.req.header("stripe-version") ?? apiVersion,
    ...(key ? { "idempotency-key": key } : {}),
    ...(answer.replayed ? { "idempotent-replayed": "true" } : {}),
    ...(answer.status >= 400
      ? { "stripe-should-retry": answer.status === 409 || answer.status >= 500 ? "true" : "false" }
      : {}),
  });
}

interface CardApi {
  world: World;
  webhooks: WebhookQueue;
  /** Keys of requests being answered now. */
  running: Set<string>;
}

async function answerKeyed(api: CardApi, c: Context<SandboxEnv>, requestId: string): Promise<Response> {
  const { world } = api;
  const { cards } = world.state;
  const url = new URL(c.req.url);
  const { method } = c.req;
  const encoded = method === "POST" ? await c.req.text() : url.search.slice(1);
  const key = method === "POST" ? c.req.header("idempotency-key") : undefined;
  const fingerprint = fingerprintOf(method, url.pathname, encoded);
  if (key && api.running.has(key)) {
    throw keyInUse(key);
  }
  const saved = key ? findSavedAnswer(cards, key, fingerprint) : undefined;
  if (saved) {
    const status = saved.status as ContentfulStatusCode;
    return send(c, { ...saved, status, replayed: true, executed: true }, key);
  }
  const request = { id: requestId, idempotencyKey: key ?? null, deliveries: [] };
  const answer = execute({ world, webhooks: api.webhooks, request }, method, url.pathname, encoded, requestId);
  if (key && answer.executed) {
    saveAnswer(cards, key, { fingerprint, status: answer.status, body: answer.body, requestId, savedAt: Date.now() });
  }
  world.changed();
  if (cards.control.mode === "webhook-first") {
    await waitForWebhooks(api, key, request.deliveries);
  }
  if (cards.control.mode === "timeout-after-success" && method === "POST" && answer.executed) {
    return hangUp(c, cards.control.hangMs);
  }
  return send(c, answer, key);
}

async function waitForWebhooks(api: CardApi, key: string | undefined, deliveries: string[]): Promise<void> {
  if (key) {
    api.running.add(key);
  }
  try {
    await api.webhooks.sendNow(deliveries);
  } finally {
    api.running.delete(key ?? "");
  }
}

/** The processor's API under /v1, in Stripe's wire format. */
export function cardApiRoutes(world: World, webhooks: WebhookQueue): Hono<SandboxEnv> {
  const api: CardApi = { world, webhooks, running: new Set() };
  const routes = new Hono<SandboxEnv>();
  routes.all("/v1/*", async (c) => {
    const requestId = newId("req", 14);
    try {
      if (world.state.cards.control.mode === "down") {
        throw new CardError(503, {
          type: "api_error",
          message: "Stripe is temporarily unavailable. Please retry your request.",
        });
      }
      checkKey(world, c.req.header("authorization"));
      return await answerKeyed(api, c, requestId);
    } catch (error) {
      if (error instanceof CardError) {
        return send(c, errorAnswer(error, requestId), c.req.header("idempotency-key"));
      }
      throw error;
    }
  });
  return routes;
}
