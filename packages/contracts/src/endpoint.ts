import type * as z from "zod/mini";
import type { ErrorCode } from "./vocabulary/error-codes.ts";
import type { Role } from "./vocabulary/roles.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Schema = z.ZodMiniType;

/** Who may call: a list of roles, or `everyone`. Ownership of an id is checked by the use case on top of this. */
export type Access = "everyone" | readonly Role[];

/** Which allow-list of fields an answer follows. */
export type Audience = "public" | "customer" | "operator";

/** What an answer is: a JSON value, or a raw response the caller reads itself. */
export type OutputKind = "json" | "file" | "html" | "stream";

/** One door of the API, as a plain value: no framework in it, so that browser, server and documents share it. */
export interface Endpoint<
  P extends Schema | undefined = Schema | undefined,
  Q extends Schema | undefined = Schema | undefined,
  B extends Schema | undefined = Schema | undefined,
  R extends Schema | undefined = Schema | undefined,
  O extends OutputKind = OutputKind,
> {
  readonly method: Method;
  /** Below `/api/v1`, with `{name}` for each path parameter. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly audience: Audience;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly response: R;
  readonly success: 200 | 201 | 202 | 204;
  readonly errors: readonly ErrorCode[];
  readonly input: "json" | "raw" | "multipart";
  readonly output: O;
  readonly idempotency: "required" | "none";
  /** `ignored`: the answer is the same for everybody, so nobody is looked up. */
  readonly session: "resolved" | "ignored";
  /** Requests a minute for one visitor; the edge has its own ceiling per address. */
  readonly limitPerMinute: number;
}

/** Errors any endpoint may answer, so that they are not repeated in each list. */
export const universalErrors = [
  "request.malformed",
  "request.invalid",
  "request.rate-limited",
  "request.internal",
  "request.unavailable",
] as const satisfies readonly ErrorCode[];

interface EndpointOptions<
  P extends Schema | undefined,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  R extends Schema | undefined,
  O extends OutputKind,
> {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly audience?: Audience;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly response?: R;
  readonly success?: 200 | 201 | 202 | 204;
  readonly errors?: readonly ErrorCode[];
  readonly input?: "json" | "raw" | "multipart";
  readonly output?: O;
  readonly idempotency?: "required" | "none";
  readonly session?: "resolved" | "ignored";
  readonly limitPerMinute?: number;
}

/**
 * Declares an endpoint. Left out: no such part of the request, 200 (204 without a response), JSON both ways, public
 * audience, no idempotency key, 120 requests a minute.
 */
export function endpoint<
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  R extends Schema | undefined = undefined,
  O extends OutputKind = "json",
>(options: EndpointOptions<P, Q, B, R, O>): Endpoint<P, Q, B, R, O> {
  return {
    audience: "public",
    success: options.response === undefined && (options.output ?? "json") === "json" ? 204 : 200,
    errors: [],
    input: "json",
    output: "json" as O,
    idempotency: "none",
    session: "resolved",
    limitPerMinute: 120,
    ...options,
    params: options.params as P,
    query: options.query as Q,
    body: options.body as B,
    response: options.response as R,
  };
}

/** A named group of endpoints of one area. */
export type Area = Readonly<Record<string, Endpoint>>;
/** All areas: the whole API as one value. */
export type Contract = Readonly<Record<string, Area>>;

type Output<S> = S extends Schema ? z.output<S> : undefined;
type Input<S> = S extends Schema ? z.input<S> : undefined;

export type ParamsOf<E extends Endpoint> = Output<E["params"]>;
export type QueryOf<E extends Endpoint> = Output<E["query"]>;
export type BodyOf<E extends Endpoint> = Output<E["body"]>;
export type ResponseOf<E extends Endpoint> = Output<E["response"]>;
export type BodyInputOf<E extends Endpoint> = Input<E["body"]>;
export type QueryInputOf<E extends Endpoint> = Input<E["query"]>;
export type ParamsInputOf<E extends Endpoint> = Input<E["params"]>;
