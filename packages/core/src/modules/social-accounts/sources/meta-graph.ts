import { z } from "zod";
import type { Clock } from "#kernel/clock";
import { type Allowance, failed, type ReadingOutcome } from "../social-account.ts";
import type { SourceAnswer } from "./ask-source.ts";
import { limitedUntil } from "./read-allowance.ts";

const Refusal = z.object({ error: z.object({ code: z.int(), error_subcode: z.int().optional() }) });
const Usage = z.record(
  z.string(),
  z.array(
    z.object({
      call_count: z.number(),
      total_cputime: z.number(),
      total_time: z.number(),
      estimated_time_to_regain_access: z.number(),
    }),
  ),
);

/** Calls one app and user may make a day: 4 800 for every impression of the account, of which we count on one. */
export const metaDailyCalls = 4_800;

/** Codes with which the Graph API says that we ask too much. */
const throttled: ReadonlySet<number> = new Set([4, 17, 32, 613]);
const tokenDead = 190;
/** What can't be shown, for a reason that is not told: 110 with this subcode. */
const notShown = { code: 110, subcode: 2_207_013 };

/**
 * `X-Business-Use-Case-Usage` tells percents of what is allowed, for calls, processor time and total time; the fullest
 * counts. At 100 it tells the minutes until we may ask again.
 */
export function readMetaUsage(headers: SourceAnswer["headers"], clock: Clock): Allowance | undefined {
  const parsed = Usage.safeParse(parse(headers["x-business-use-case-usage"] ?? ""));
  const entries = parsed.success ? Object.values(parsed.data).flat() : [];
  if (entries.length === 0) return undefined;
  const used = Math.max(...entries.flatMap((entry) => [entry.call_count, entry.total_cputime, entry.total_time]));
  const waitMinutes = Math.max(...entries.map((entry) => entry.estimated_time_to_regain_access));
  const remaining = Math.max(0, Math.floor((metaDailyCalls * (100 - used)) / 100));
  return { remaining, resetAt: new Date(clock.wall().getTime() + Math.max(1, waitMinutes) * 60_000) };
}

/** What a Graph API's refusal means. `unseen`: what it means that the account can't be shown. */
export function interpretRefusal(
  answer: SourceAnswer,
  clock: Clock,
  unseen: "consent_required" | "not_found",
): ReadingOutcome {
  const parsed = Refusal.safeParse(answer.json);
  if (!parsed.success) return failed(answer.status >= 500 ? "source_down" : "schema_changed");
  const { code, error_subcode: subcode } = parsed.data.error;
  if (throttled.has(code)) return limitedUntil(clock, readMetaUsage(answer.headers, clock));
  if (code === tokenDead || code === 10 || (code >= 200 && code < 300)) return failed("auth_expired");
  if (code === notShown.code || subcode === notShown.subcode) return failed(unseen);
  return failed(answer.status >= 500 || code === 1 || code === 2 ? "source_down" : "schema_changed");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
