import type { LookReason, LookVerdict } from "@smplat/contracts/vocabulary";

/** Paths that a site sends people to instead of a page: its entrance, its login, its own word for "not here". */
const elsewhere = /\/(log-?in|sign-?in|sign-?up|consent|challenge|error|not-?found|404)(\/|\.|$)/i;

/**
 * What a status means, with the address asked for and the one that answered after redirects. Only a page's own host can
 * say that it is gone; an answer from an entrance or a login is not the page's.
 */
export function judgeAnswer(
  status: number,
  asked: URL,
  answered: URL,
): { readonly verdict: LookVerdict; readonly reason: LookReason } {
  const isSameHost = plainHost(asked) === plainHost(answered);
  if (status >= 200 && status < 300) {
    const wasSent = asked.href !== answered.href && isElsewhere(asked, answered, isSameHost);
    return wasSent ? { verdict: "unknown", reason: "sent-elsewhere" } : { verdict: "live", reason: "answers" };
  }
  if (status === 404 || status === 410 || status === 451) {
    const verdict = isSameHost ? "gone" : "unknown";
    return { verdict, reason: isSameHost ? "not-there" : "sent-elsewhere" };
  }
  return { verdict: "unknown", reason: reasonOf(status) };
}

function isElsewhere(asked: URL, answered: URL, isSameHost: boolean): boolean {
  const isEntrance = answered.pathname === "/" && answered.search === "";
  const wasEntrance = asked.pathname === "/" && isSameHost;
  return (isEntrance && !wasEntrance) || (elsewhere.test(answered.pathname) && !elsewhere.test(asked.pathname));
}

function reasonOf(status: number): LookReason {
  if (status === 401 || status === 403) return "no-access";
  if (status === 429) return "rate-limited";
  return status >= 500 ? "host-trouble" : "unclear";
}

const plainHost = (url: URL): string => url.host.replace(/^www\./, "");
