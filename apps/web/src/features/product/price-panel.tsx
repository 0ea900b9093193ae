"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { DefinitionList } from "@smplat/ui/definition-list";
import { Price } from "@smplat/ui/price";
import type { ReactNode } from "react";
import { formatMoney } from "#components/money.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import type { ConfigurableProduct } from "./configuration.ts";
import type { QuoteState } from "./use-line-quote.ts";

const basis = 10_000;

interface PricePanelProps {
  product: ConfigurableProduct;
  quote: QuoteState;
  /** The way into the cart, and what stands before it. */
  children: ReactNode;
}

/** The server's price: what it is, how it adds up, until when it holds. Faded while a newer one is on its way. */
export function PricePanel({ product, quote: state, children }: PricePanelProps) {
  const t = useCopy("product");
  const locale = useLocale();
  const { quote, status, error } = state;
  const shown = quote?.gross ?? product.fromPrice;
  const rate = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(
    (quote?.taxRateBp ?? product.taxRateBp) / basis,
  );
  const refused = error instanceof ApiProblem && error.problem.code === "selection.invalid";
  const incomplete = status === "failed" && refused;
  return (
    <section
      aria-labelledby="price-title"
      className="grid gap-4 rounded-lg border border-line bg-surface p-(--card-padding)"
    >
      <h2 id="price-title" className="text-lg">
        {t("price.title")}
      </h2>
      <div>
        <Price
          size="large"
          amountMinor={shown.amountMinor}
          currency={shown.currency}
          locale={locale}
          prefix={quote === null ? t("price.from") : undefined}
          note={t("price.vat", { rate })}
        />
      </div>
      <p role="status" className={status === "ready" ? "sr-only" : "-mt-3 text-xs text-ink-muted"}>
        {status === "updating" ? t("price.updating") : null}
        {status === "ready" ? t("price.current", { price: formatMoney(shown, locale) }) : null}
        {incomplete ? t("price.incomplete") : null}
      </p>
      {status === "failed" && !incomplete ? <ProblemNotice error={error} tone="warning" /> : null}
      {quote === null ? null : <Parts quote={quote} />}
      {children}
    </section>
  );
}

function Parts({ quote }: { quote: NonNullable<QuoteState["quote"]> }) {
  const t = useCopy("product");
  const locale = useLocale();
  const { currency } = quote.net;
  const until = new Date(quote.expiresAt).toLocaleTimeString(locale, { timeStyle: "short", timeZone: "Europe/Berlin" });
  return (
    <details className="text-sm">
      <summary className="tap w-fit cursor-pointer font-semibold underline decoration-line-strong underline-offset-4">
        {t("price.parts")}
      </summary>
      <div className="grid gap-2 pt-3">
        <p className="text-xs text-ink-muted">{t("price.partsNote")}</p>
        <DefinitionList
          kind="sum"
          items={[
            ...quote.parts.map(({ label, amountMinor }) => ({
              term: label,
              value: formatMoney({ amountMinor, currency }, locale),
            })),
            { term: t("price.net"), value: formatMoney(quote.net, locale), strong: true },
          ]}
        />
        <p className="text-xs text-ink-muted">{t("price.honoured", { time: until })}</p>
      </div>
    </details>
  );
}
