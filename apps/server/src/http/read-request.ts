import type { Endpoint } from "@smplat/contracts";
import { DomainError } from "@smplat/core/kernel/domain-error";
import type { Context } from "hono";
import type * as z from "zod/mini";

export interface ReadRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly rawBody: Uint8Array;
}

const limits = { json: 256 * 1024, raw: 1024 * 1024, multipart: 10 * 1024 * 1024 } as const;
const empty = new Uint8Array();

/** Reads and checks everything an endpoint declares. Throws 400, 413, 415 and 422 problems with the fields that are wrong. */
export async function readRequest(endpoint: Endpoint, context: Context): Promise<ReadRequest> {
  const params = parse(endpoint.params, context.req.param(), "params");
  const query = endpoint.query === undefined ? undefined : parse(endpoint.query, queryOf(context.req.url), "query");
  if (endpoint.input === "raw")
    return { params, query, body: undefined, rawBody: await readBytes(context, limits.raw) };
  if (endpoint.body === undefined) return { params, query, body: undefined, rawBody: empty };
  const body = parse(endpoint.body, await readJson(context), "body");
  return { params, query, body, rawBody: empty };
}

/** A repeated name is refused rather than guessed at. */
function queryOf(url: string): Record<string, string> {
  const start = url.indexOf("?");
  if (start === -1) return {};
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) {
    if (Object.hasOwn(values, name)) throw invalid([{ path: name, message: "is given more than once" }]);
    Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return values;
}

async function readJson(context: Context): Promise<unknown> {
  const type = context.req.header("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset=utf-8)?$/i.test(type))
    throw new DomainError("request.unsupported-media-type");
  const bytes = await readBytes(context, limits.json);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError("request.malformed");
  }
}

/** A declared length is held to by the server below; a body of unknown length is counted as it comes. */
async function readBytes(context: Context, maximum: number): Promise<Uint8Array> {
  const length = context.req.header("content-length");
  if (Number(length ?? 0) > maximum) throw tooLarge(maximum);
  if (length !== undefined) return new Uint8Array(await context.req.raw.arrayBuffer());
  const stream = context.req.raw.body;
  if (stream === null) return empty;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maximum) throw tooLarge(maximum);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

const tooLarge = (limitBytes: number) => new DomainError("request.too-large", { limitBytes });

function parse(schema: z.ZodMiniType | undefined, value: unknown, part: string): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.slice(0, 20).flatMap((issue) => {
      const path = issue.path.map(String).join(".");
      if (issue.code === "unrecognized_keys") {
        return issue.keys
          .slice(0, 20)
          .map((key) => ({ path: path === "" ? key : `${path}.${key}`, message: "is not a known field" }));
      }
      return [{ path: path === "" ? part : path, message: issue.message || "is not valid" }];
    }),
  );
}

export const invalid = (fields: readonly { path: string; message: string }[]) =>
  new DomainError("request.invalid", { fields });
