import * as z from "zod/mini";
import { currencies } from "./vocabulary/currencies.ts";
import { locales } from "./vocabulary/locales.ts";
import { platforms } from "./vocabulary/platforms.ts";

export const Currency = z.enum(currencies);
export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;
export const Platform = z.enum(platforms);

const lineBreaksAndTab = new Set([9, 10, 13]);

function hasControlCharacter(value: string): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    if ((unit < 32 && !lineBreaksAndTab.has(unit)) || unit === 127) return true;
  }
  return false;
}

/** Text a person typed: no control characters but line breaks and tabs, so that a NUL never reaches the database. */
export const text = (maxLength: number, minLength = 1) =>
  z.string().check(
    z.trim(),
    z.minLength(minLength),
    z.maxLength(maxLength),
    z.refine((value) => !hasControlCharacter(value), "contains control characters"),
    z.refine((value) => value.isWellFormed(), "is not well-formed text"),
  );

/** A prefixed id such as `ord_01jd…`. */
export const id = (prefix: string) => z.string().check(z.regex(new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`)));

/** Integer minor units, zero or more, within what a double holds exactly. */
export const AmountMinor = z.int().check(z.nonnegative());
/** Signed integer minor units, for deltas and discounts. */
export const DeltaMinor = z.int();
export const Instant = z.iso.datetime();

/** An amount of money: integer minor units and an ISO currency. */
export const Money = z.strictObject({ amountMinor: z.int(), currency: Currency });
export type Money = z.infer<typeof Money>;

export const Slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(80));
export const Country = z.string().check(z.regex(/^[A-Z]{2}$/));
export const Email = z.string().check(
  z.trim(),
  z.maxLength(254),
  z.regex(/^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]{2,}$/),
  z.refine((value) => !hasControlCharacter(value), "contains control characters"),
  z.refine((value) => value.isWellFormed(), "is not well-formed text"),
);

/** Catalogue text in every language of the shop. */
export const Localized = z.strictObject({ en: z.string(), de: z.string() });
export type Localized = z.infer<typeof Localized>;

/** Query numbers arrive as text. */
export const queryInteger = (minimum: number, maximum: number) =>
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,15}$/)),
    z.pipe(
      z.transform((value: string) => Number(value)),
      z.int().check(z.minimum(minimum), z.maximum(maximum)),
    ),
  );

export const pageQuery = {
  cursor: z.optional(z.string().check(z.maxLength(500))),
  limit: z.optional(queryInteger(1, 100)),
};

/** A page of a list; `nextCursor` is null on the last one. */
export const page = <T extends z.ZodMiniType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.nullable(z.string()) });

/** Which channel a line, a quote or an order is for. `accountId` is null while the channel is not validated. */
export const PlatformContext = z.strictObject({
  platform: Platform,
  handle: z.nullable(text(120)),
  accountId: z.nullable(id("soc")),
});
export type PlatformContext = z.infer<typeof PlatformContext>;

export const Address = z.strictObject({
  line1: text(120),
  line2: z.optional(text(120)),
  city: text(80),
  postalCode: text(20),
  country: Country,
});
export type Address = z.infer<typeof Address>;

/** What a request could not accept, field by field, in RFC 9457 `application/problem+json`. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  remedy: z.string(),
  requestId: z.string(),
  detail: z.optional(z.string()),
  fields: z.optional(z.array(z.strictObject({ path: z.string(), message: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;
