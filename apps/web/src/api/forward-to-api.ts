import type { Problem } from "@smplat/contracts";
import { errorCodes } from "@smplat/contracts/vocabulary";

/** The API begins to answer within this, or it counts as away. What it streams then may take as long as it likes. */
const answerTimeoutMs = 30_000;
/** A restart takes a few seconds. */
const retryAfterSeconds = 2;

/** Between one connection and the next, never end to end (RFC 9110 §7.6.1); `host` names the API, not the shop. */
const ofTheConnection = [
  ...["connection", "host", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection"],
  ...["te", "trailer", "transfer-encoding", "upgrade", "expect"],
];

/**
 * Hands a call of the shop's own origin on to the API, streaming both ways. While the API is away it answers as the API
 * would: 503, with when to try again. Whether it took a call before it went away can't be told, so a call that must not
 * happen twice needs its idempotency key, as ever.
 */
export async function forwardToApi(request: Request, apiOrigin: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), answerTimeoutMs);
  const init: RequestInit & { duplex?: "half" } = {
    method: request.method,
    headers: headersFor(request),
    redirect: "manual",
    cache: "no-store",
    signal: AbortSignal.any([request.signal, late.signal]),
  };
  if (request.body !== null) Object.assign(init, { body: request.body, duplex: "half" });
  try {
    const answer = await fetch(new URL(pathname + search, apiOrigin), init);
    return new Response(answer.body, { status: answer.status, headers: endToEnd(answer.headers) });
  } catch {
    return away(request);
  } finally {
    clearTimeout(timer);
  }
}

function headersFor(request: Request): Headers {
  const headers = endToEnd(request.headers);
  headers.set("x-forwarded-host", request.headers.get("host") ?? "");
  // The shop compresses for its visitors; the way from the API is short.
  headers.set("accept-encoding", "identity");
  return headers;
}

function endToEnd(given: Headers): Headers {
  const headers = new Headers(given);
  for (const name of ofTheConnection) headers.delete(name);
  return headers;
}

function away(request: Request): Response {
  const code = "request.unavailable";
  const { status, title, remedy } = errorCodes[code];
  const requestId = request.headers.get("x-request-id") ?? crypto.randomUUID();
  const problem: Problem = { type: `/api/docs#${code}`, ...{ title, status, code, remedy, requestId } };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "retry-after": String(retryAfterSeconds),
      "x-request-id": requestId,
    },
  });
}
