import { createHash } from "node:crypto";
import { OutboundFailure, type OutboundHttp } from "#infrastructure/outbound-http";
import {
  type Answer,
  cancelOutcome,
  findOutcome,
  lookupTrouble,
  type ReadOrder,
  refillOutcome,
  submitOutcome,
  unreadable,
} from "./answer-outcome.ts";
import { classifyFailure } from "./classify-error.ts";
import type { EndpointConfig, HttpProviderConfig } from "./http-provider-config.ts";
import type {
  BalanceOutcome,
  Provider,
  ProviderCapabilities,
  ProviderFailure,
  QuoteOutcome,
  WebhookReading,
} from "./provider.ts";
import { readInstant, readMinor, readOrder, readPath, readText } from "./read-answer.ts";
import { readQuote } from "./read-quote.ts";
import { formFields, renderText, renderTree, type TemplateValues } from "./render-template.ts";
import { verifySupplierWebhook } from "./verify-supplier-webhook.ts";

export interface HttpProviderOptions {
  readonly config: HttpProviderConfig;
  /** Opened secrets, by the names the configuration uses. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly outbound: OutboundHttp;
  /** Of amounts that come without one. */
  readonly currency: string;
}

/** Orders with hundreds of pieces of evidence stay readable, and nothing larger is. */
const maxAnswerBytes = 512 * 1024;

/** A supplier that speaks HTTP in a dialect given as data. */
export function createHttpProvider(options: HttpProviderOptions): Provider {
  const { config } = options;
  const classify = (failure: ProviderFailure) => classifyFailure(config, failure);
  const report = (order: unknown) => readOrder(config.order, order, options.currency);
  const call = (endpoint: EndpointConfig, values: TemplateValues) => ask(options, endpoint, values);
  const { endpoints } = config;
  return {
    capabilities: httpCapabilities(config),
    quote: (service, quantity) => quoteOf(options, service, quantity),
    submit: async (order) => submitOutcome(await call(endpoints.submit, { ...order }), endpoints.submit, report),
    status: async (externalId) => {
      const answer = await call(endpoints.status, { externalId });
      if (!answer.ok) return lookupTrouble(answer.error);
      const found = report(readPath(answer.body, endpoints.status.root));
      return found === null ? unreadable : { kind: "found", reports: [found] };
    },
    find: async (reference) =>
      findOutcome(await call(endpoints.find, { reference }), endpoints.find, report, reference),
    cancel: async (externalId) =>
      endpoints.cancel === undefined
        ? { kind: "refused", reason: "this supplier takes no cancels" }
        : cancelOutcome(await call(endpoints.cancel, { externalId })),
    requestRefill: async (externalId, quantity, reference) =>
      endpoints.refill === undefined
        ? { kind: "refused", reason: "this supplier takes no refills" }
        : refillOutcome(await call(endpoints.refill, { externalId, quantity, reference }), endpoints.refill, report),
    balance: () => balanceOf(config, call),
    verifyWebhook: (headers, rawBody, now) => {
      const secret = options.secrets[config.webhook?.secret ?? ""];
      if (config.webhook === undefined || secret === undefined || secret === "") return false;
      return verifySupplierWebhook(config.webhook, secret, headers, rawBody, now);
    },
    readWebhook: (headers, rawBody) => readWebhook(config, headers, rawBody, report),
    classifyError: classify,
  };
}

/** What a dialect promises: an endpoint that is not there is not promised. */
export const httpCapabilities = ({ endpoints, ...config }: HttpProviderConfig): ProviderCapabilities => ({
  idempotentSubmit: config.idempotentSubmit,
  quote: endpoints.services !== undefined,
  cancel: endpoints.cancel !== undefined,
  refill: endpoints.refill !== undefined,
  balance: endpoints.balance !== undefined,
  webhook: config.webhook !== undefined,
  poll: true,
  settleMs: config.settleSeconds * 1000,
});

async function quoteOf(options: HttpProviderOptions, service: string, quantity: number): Promise<QuoteOutcome> {
  const endpoint = options.config.endpoints.services;
  if (endpoint === undefined) return { kind: "unknown", reason: "this supplier has no price list" };
  const answer = await ask(options, endpoint, {});
  return answer.ok
    ? readQuote(endpoint, answer.body, { service, quantity, currency: options.currency })
    : { kind: "unknown", reason: answer.error.reason };
}

async function balanceOf(
  config: HttpProviderConfig,
  call: (endpoint: EndpointConfig, values: TemplateValues) => Promise<Answer>,
): Promise<BalanceOutcome> {
  const endpoint = config.endpoints.balance;
  if (endpoint === undefined) return { kind: "unknown", reason: "this supplier tells no balance" };
  const answer = await call(endpoint, {});
  if (!answer.ok) return { kind: "unknown", reason: answer.error.reason };
  const amountMinor = readMinor(readPath(answer.body, endpoint.amount), endpoint.unit);
  const currency = readText(readPath(answer.body, endpoint.currency));
  if (amountMinor === null || currency === null)
    return { kind: "unknown", reason: "the answer does not read as a balance" };
  return { kind: "known", amountMinor, currency };
}

async function ask(options: HttpProviderOptions, endpoint: EndpointConfig, values: TemplateValues): Promise<Answer> {
  const { config, outbound } = options;
  try {
    const { url, ...request } = requestOf(options, endpoint, values);
    const limits = { timeoutMs: config.timeoutMs, maxBytes: maxAnswerBytes };
    const response = await outbound.fetch(url, { ...request, ...limits });
    const body = parse(response.text);
    const accepted = response.status >= 200 && response.status < 300;
    if (body === undefined && accepted) {
      return refuse(config, { kind: "unreadable", status: response.status, why: "not JSON" });
    }
    const success = config.success;
    if (accepted && (success === undefined || readPath(body, success.path) === success.equals))
      return { ok: true, body };
    return refuse(config, { kind: "answer", status: response.status, body, headers: response.headers });
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    return refuse(config, { kind: "no-answer", maybeSent: error.maybeSent, why: `${error.kind}: ${error.message}` });
  }
}

const refuse = (config: HttpProviderConfig, failure: ProviderFailure): Answer => ({
  ok: false,
  error: classifyFailure(config, failure),
});

/** The request as it goes out. `secrets` may hold masks instead of the real ones. */
export function requestOf(
  { config, secrets }: Pick<HttpProviderOptions, "config" | "secrets">,
  endpoint: EndpointConfig,
  values: TemplateValues,
) {
  const query = Object.entries(endpoint.query ?? {}).map(([name, template]) => [name, renderText(template, values)]);
  const search = query.length === 0 ? "" : `?${new URLSearchParams(query as [string, string][])}`;
  const body = endpoint.body === undefined ? undefined : renderTree(endpoint.body, values);
  const isForm = config.encoding === "form";
  const secret = secrets[config.auth.secret] ?? "";
  return {
    method: endpoint.method,
    url: `${config.baseUrl}${renderText(endpoint.path, values, encodeURIComponent)}${search}`,
    headers: {
      accept: "application/json",
      ...Object.fromEntries(
        Object.entries(endpoint.headers ?? {}).map(([name, template]) => [
          name.toLowerCase(),
          renderText(template, values),
        ]),
      ),
      ...(config.auth.kind === "bearer"
        ? { authorization: `Bearer ${secret}` }
        : { [config.auth.header.toLowerCase()]: secret }),
      ...(body === undefined
        ? {}
        : { "content-type": isForm ? "application/x-www-form-urlencoded" : "application/json" }),
    },
    ...(body === undefined || typeof body !== "object"
      ? {}
      : { body: isForm ? new URLSearchParams(formFields(body)).toString() : JSON.stringify(body) }),
  };
}

function readWebhook(
  config: HttpProviderConfig,
  headers: Readonly<Record<string, string>>,
  rawBody: Uint8Array,
  read: ReadOrder,
): WebhookReading | null {
  const webhook = config.webhook;
  const body = parse(new TextDecoder().decode(rawBody));
  if (webhook === undefined || body === undefined) return null;
  const named = webhook.eventId === undefined ? headers["webhook-id"] : readPath(body, webhook.eventId);
  return {
    eventId: readText(named) ?? createHash("sha256").update(rawBody).digest("hex"),
    at: webhook.at === undefined ? null : readInstant(readPath(body, webhook.at)),
    report: read(readPath(body, webhook.root)),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch {
    return undefined;
  }
}
