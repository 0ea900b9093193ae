import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import type { LocalizedText } from "#kernel/locale";

export interface CartPlatformContext {
  readonly platform: "instagram" | "tiktok" | "youtube" | "x" | "bluesky" | "mastodon" | "twitch";
  readonly handle: string | null;
  readonly accountId: string | null;
}

export interface CartSelection {
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly addOns: readonly string[];
  readonly plan: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

export interface CartPricePart {
  readonly kind: "base" | "option" | "volume" | "add_on" | "plan";
  readonly key: string | null;
  readonly label: string;
  readonly amountMinor: number;
}

/** What a line shows, as its quote said. */
export interface CartItem {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly unit: LocalizedText;
  readonly artSeed: number;
  readonly selection: CartSelection;
  readonly platformContext: CartPlatformContext | null;
  readonly parts: readonly CartPricePart[];
  readonly summary: readonly string[];
  readonly netMinor: number;
  /** The quantity the price is for; differs from the line's until it is quoted anew. */
  readonly quotedQuantity: number;
  readonly locale: Locale;
  /** ISO instant on the wall. */
  readonly expiresAt: string;
}

export interface CartLine {
  readonly id: string;
  readonly productId: string;
  readonly configHash: string;
  readonly quantity: number;
  readonly quoteId: string;
  readonly item: CartItem;
}

export interface Cart {
  readonly id: string;
  readonly ownerId: string;
  readonly currency: Currency;
  readonly state: "open" | "ordered" | "merged";
  readonly version: number;
  readonly lines: readonly CartLine[];
}

/** What stands between a line and being bought. `repriced` is a notice, everything else blocks. */
export interface CartProblem {
  readonly lineId: string;
  readonly code:
    | "repriced"
    | "not_on_sale"
    | "sold_out"
    | "measurement_required"
    | "ownership_required"
    | "selection_invalid";
  readonly previousNetMinor: number | null;
}

export const isBlocking = (problem: CartProblem): boolean => problem.code !== "repriced";

/** Whether a line's price no longer holds at `wall`. */
export const needsQuote = (line: CartLine, wall: Date): boolean =>
  line.item.quotedQuantity !== line.quantity || new Date(line.item.expiresAt) <= wall;
