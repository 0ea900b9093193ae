import type { BodyInputOf, Contract, Endpoint, Method, ParamsInputOf, QueryInputOf, ResponseOf } from "./endpoint.ts";
import type { Problem } from "./schemas.ts";

/** Only what a call needs to know of an endpoint: no schema reaches a browser bundle through it. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly output: "json" | "file" | "html" | "stream";
}
export type Routes<C extends Contract> = { readonly [A in keyof C]: { readonly [E in keyof C[A]]: Route } };

type Part<Key extends string, T> = [T] extends [undefined]
  ? { readonly [K in Key]?: never }
  : { readonly [K in Key]: T };
type OptionalPart<Key extends string, T> = [T] extends [undefined]
  ? { readonly [K in Key]?: never }
  : { readonly [K in Key]?: T };

export type CallInput<E extends Endpoint> = Part<"params", ParamsInputOf<E>> &
  OptionalPart<"query", QueryInputOf<E>> &
  Part<"body", BodyInputOf<E>> & {
    readonly idempotencyKey?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  };

export type CallOutput<E extends Endpoint> = E["output"] extends "json"
  ? [ResponseOf<E>] extends [undefined]
    ? undefined
    : ResponseOf<E>
  : Response;

export type Client<C extends Contract> = {
  readonly [A in keyof C]: { readonly [E in keyof C[A]]: (input: CallInput<C[A][E]>) => Promise<CallOutput<C[A][E]>> };
};

/** A refusal of the API, as RFC 9457 problem details. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null) {
    super(`${problem.code}: ${problem.title}`);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface ClientOptions {
  /** Origin and prefix, e.g. `https://shop.example/api/v1`; `/api/v1` in a browser. */
  readonly baseUrl: string;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response> | Response;
  /** Headers of every call, asked for anew each time. */
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>;
  /** Sees each raw response, e.g. to keep a guest token. */
  readonly onResponse?: (response: Response) => void;
}

interface RawInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

function urlFor(baseUrl: string, path: string, input: RawInput): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input.params?.[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const suffix = query.size === 0 ? "" : `?${query.toString()}`;
  return `${baseUrl}${filled}${suffix}`;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const after = Number(response.headers.get("retry-after"));
  const retryAfter = Number.isFinite(after) && after > 0 ? after : null;
  const body: unknown = await response.json().catch(() => null);
  const known = typeof body === "object" && body !== null && "code" in body;
  const problem = known
    ? (body as Problem)
    : {
        type: "about:blank",
        title: response.statusText || "The server did not answer as expected",
        status: response.status,
        code: "request.unavailable",
        remedy: "Try again in a few seconds.",
        requestId: response.headers.get("x-request-id") ?? "",
      };
  return new ApiProblem(problem, retryAfter);
}

async function call(route: Route, options: ClientOptions, input: RawInput): Promise<unknown> {
  const headers: Record<string, string> = {
    accept: "application/json",
    ...(await options.headers?.()),
    ...input.headers,
  };
  if (input.body !== undefined) headers["content-type"] = "application/json";
  if (input.idempotencyKey !== undefined) headers["idempotency-key"] = input.idempotencyKey;
  const init: RequestInit = { method: route.method, headers, credentials: "same-origin" };
  if (input.body !== undefined) init.body = JSON.stringify(input.body);
  if (input.signal !== undefined) init.signal = input.signal;
  const send = options.fetch ?? ((url: string, request: RequestInit) => fetch(url, request));
  const response = await send(urlFor(options.baseUrl, route.path, input), init);
  options.onResponse?.(response);
  if (!response.ok) throw await problemOf(response);
  if (route.output !== "json") return response;
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
}

/**
 * The typed client of a contract. Give it the contract itself (server, tests) or only its `routes` (browser).
 * Refusals are thrown as {@link ApiProblem}; network failures as the `fetch` in use throws them.
 */
export function createClient<C extends Contract>(routes: Routes<C>, options: ClientOptions): Client<C> {
  const client: Record<string, Record<string, (input: RawInput) => Promise<unknown>>> = {};
  for (const [area, endpoints] of Object.entries(routes)) {
    const calls: Record<string, (input: RawInput) => Promise<unknown>> = {};
    for (const [name, route] of Object.entries(endpoints as Record<string, Route>)) {
      calls[name] = (input) => call(route, options, input);
    }
    client[area] = calls;
  }
  return client as Client<C>;
}
