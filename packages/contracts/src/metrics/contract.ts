import * as z from "zod/mini";
import { endpoint } from "../endpoint.ts";
import { Instant, id, Platform, text } from "../schemas.ts";
import { sourceFailures } from "../vocabulary/states.ts";

export const AccountId = id("soc");

/** How exact a number is: `floor3sf` means rounded down to three significant figures, `step` the possible error. */
export const Precision = z.strictObject({ kind: z.enum(["exact", "floor3sf"]), step: z.int() });

/** One reading of a channel, with where it comes from and how exact it is. */
export const Snapshot = z.strictObject({
  id: id("snp"),
  takenAt: Instant,
  source: z.string(),
  method: z.enum(["official_api", "owner_oauth", "manual", "scraper"]),
  followers: z.nullable(z.int()),
  posts: z.nullable(z.int()),
  views: z.nullable(z.int()),
  precision: Precision,
});
export type Snapshot = z.infer<typeof Snapshot>;

export const Account = z.strictObject({
  id: AccountId,
  platform: Platform,
  handle: z.string(),
  displayName: z.nullable(z.string()),
  profileUrl: z.string(),
  avatarUrl: z.nullable(z.string()),
});
export type Account = z.infer<typeof Account>;

/** Why a channel could not be read, with the words a customer sees. */
export const ReadingFailure = z.strictObject({
  kind: z.enum(sourceFailures),
  title: z.string(),
  remedy: z.string(),
  retryAt: z.nullable(Instant),
});

/**
 * `measured`: a reading was taken. `not_measured`: the platform has no source yet; the channel is saved and can be
 * bought for. `failed`: the source answered, or didn't, in a way that `failure` explains.
 */
export const AccountValidation = z.strictObject({
  status: z.enum(["measured", "not_measured", "failed"]),
  account: z.nullable(Account),
  snapshot: z.nullable(Snapshot),
  failure: z.nullable(ReadingFailure),
});
export type AccountValidation = z.infer<typeof AccountValidation>;

export const metrics = {
  validateAccount: endpoint({
    method: "POST",
    path: "/metrics/accounts/validate",
    summary: "Look a channel up and take a first reading where the platform allows it",
    access: ["anonymous", "guest", "customer", "operator", "admin", "service"],
    audience: "customer",
    body: z.strictObject({ platform: Platform, handle: text(300), locale: z.optional(z.enum(["en", "de"])) }),
    response: AccountValidation,
    errors: ["channel.handle-invalid"],
    limitPerMinute: 60,
  }),
};
