import type { ReactNode } from "react";
import { Amount } from "../amount/index.ts";
import { classNames } from "../class-names/index.ts";

export interface PriceProps {
  /** In the currency's minor unit: cents. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
  locale: string;
  /** Before the price: "from". */
  prefix?: ReactNode;
  /** Under the price: what it includes, what it is for. */
  note?: ReactNode;
  /** A price that was really asked before, with the words that say so. */
  before?: { amountMinor: number; label: string } | undefined;
  size?: "medium" | "large";
}

/** What a thing costs. */
export function Price({ amountMinor, currency, locale, prefix, note, before, size = "medium" }: PriceProps) {
  return (
    <div className="grid gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {prefix ? <span className="text-sm text-ink-muted">{prefix}</span> : null}
        <Amount
          amountMinor={amountMinor}
          currency={currency}
          locale={locale}
          className={classNames("display", size === "large" ? "text-2xl" : "text-lg")}
        />
        {before ? (
          <s className="text-sm text-ink-muted">
            <span className="sr-only">{before.label} </span>
            <Amount amountMinor={before.amountMinor} currency={currency} locale={locale} />
          </s>
        ) : null}
      </p>
      {note ? <p className="text-xs text-ink-muted">{note}</p> : null}
    </div>
  );
}
