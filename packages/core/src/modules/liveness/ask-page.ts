import type { LookReason } from "@smplat/contracts/vocabulary";
import { OutboundFailure, type OutboundFailureKind, type OutboundHead } from "#infrastructure/outbound-http";
import { days, seconds } from "#kernel/clock";
import { judgeAnswer } from "./judge-answer.ts";
import type { LivenessDeps } from "./liveness-deps.ts";
import type { PageAnswer } from "./page.ts";

const redirectsMax = 3;
const timeoutMs = seconds(8);
/** No host keeps us away for longer. */
const retryAfterMax = days(1);

/**
 * Asks for a page and says what that means. GET, since some hosts refuse HEAD or answer it otherwise; of the answer only
 * the head is taken. Redirects are followed a few times, each through the same guard as the first address.
 */
export async function askPage(
  deps: Pick<LivenessDeps, "outboundHttp" | "publicUrl">,
  address: string,
): Promise<PageAnswer> {
  const started = performance.now();
  const answer = await follow(deps, address);
  return { ...answer, latencyMs: Math.round(performance.now() - started) };
}

type Answer = Omit<PageAnswer, "latencyMs">;

async function follow(deps: Pick<LivenessDeps, "outboundHttp" | "publicUrl">, address: string): Promise<Answer> {
  const asked = withoutFragment(URL.parse(address));
  if (asked === null) return { ...nothing, reason: "refused" };
  let at = asked;
  let head: OutboundHead | null = null;
  for (let hop = 0; hop <= redirectsMax; hop += 1) {
    try {
      head = await deps.outboundHttp.probe(at.href, { headers: headersOf(deps.publicUrl), timeoutMs });
    } catch (error) {
      if (!(error instanceof OutboundFailure)) throw error;
      return { ...nothing, reason: reasons[error.kind], answeredBy: elsewhere(asked, at) };
    }
    const next = targetOf(head, at);
    if (next === null) return read(head, asked, at);
    at = next;
  }
  return { ...nothing, reason: "too-many-redirects", status: head?.status ?? null, answeredBy: elsewhere(asked, at) };
}

const nothing = { verdict: "unknown", status: null, answeredBy: null, retryAfterMs: null } as const;

const reasons: Readonly<Record<OutboundFailureKind, LookReason>> = {
  refused: "refused",
  timeout: "timeout",
  unreachable: "unreachable",
  "too-large": "unclear",
  redirected: "unclear",
  unreadable: "unclear",
};

/** Hosts can tell who asks, and where to complain. */
const headersOf = (publicUrl: string) => ({
  "user-agent": `smplat-placement-check/1 (+${publicUrl})`,
  accept: "text/html, */*;q=0.5",
});

function read(head: OutboundHead, asked: URL, answered: URL): Answer {
  return {
    ...judgeAnswer(head.status, asked, answered),
    status: head.status,
    answeredBy: elsewhere(asked, answered),
    retryAfterMs: retryAfterOf(head.headers["retry-after"]),
  };
}

const elsewhere = (asked: URL, answered: URL): string | null => (asked.href === answered.href ? null : answered.href);

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends us; null when it is none that sends anybody anywhere. */
function targetOf(head: OutboundHead, from: URL): URL | null {
  const location = head.headers.location;
  if (!redirects.has(head.status) || location === undefined) return null;
  return withoutFragment(URL.parse(location, from.href));
}

/** A fragment never leaves a browser, and the guard refuses addresses that carry one. */
function withoutFragment(url: URL | null): URL | null {
  if (url !== null) url.hash = "";
  return url;
}

function retryAfterOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const stated = /^\d+$/.test(header) ? seconds(Number(header)) : Date.parse(header) - Date.now();
  return Number.isFinite(stated) && stated > 0 ? Math.min(stated, retryAfterMax) : null;
}
