/**
 * What one look at a public page says. `unknown` is not an answer: locked doors, trouble of the host and silence say
 * nothing about whether the page stands.
 */
export const lookVerdicts = ["live", "gone", "unknown"] as const;
export type LookVerdict = (typeof lookVerdicts)[number];

/**
 * Why a look ended in its verdict. `not-there`: 404, 410 or 451 from the page's own host. `no-access`: 401, 403.
 * `rate-limited`: 429. `host-trouble`: 5xx. `refused`: our own rules, such as an address that is not public.
 * `sent-elsewhere`: an entrance, a login, another host's missing page. `unclear`: any other status.
 */
export const lookReasons = [
  "answers",
  "not-there",
  "no-access",
  "rate-limited",
  "host-trouble",
  "timeout",
  "unreachable",
  "refused",
  "sent-elsewhere",
  "too-many-redirects",
  "unclear",
] as const;
export type LookReason = (typeof lookReasons)[number];

/**
 * Where a placement stands for whoever reads. `withdrawn`: its supplier names it no more. `unknown`: the last looks could
 * not tell.
 */
export const pageStandings = ["not-checked", "reachable", "in-doubt", "unknown", "not-reachable", "withdrawn"] as const;
export type PageStanding = (typeof pageStandings)[number];
