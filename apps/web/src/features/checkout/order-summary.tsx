"use client";

import type { Cart } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { DefinitionList } from "@smplat/ui/definition-list";
import Link from "next/link";
import { channelName } from "#components/channel-name.ts";
import { formatMoney } from "#components/money.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { ProveLink } from "./prove-link.tsx";
import type { CartQuoteState } from "./use-cart-quote.ts";

const basis = 10_000;

interface OrderSummaryProps {
  cart: Cart;
  quote: CartQuoteState;
  onRetry: () => void;
}

/** What is bought and the binding total; beside the form on a wide screen, above it on a phone. */
export function OrderSummary({ cart, quote: state, onRetry }: OrderSummaryProps) {
  const t = useCopy("checkout");
  const href = useHref();
  const updatingShown = state.status === "updating" && state.quote !== null;
  return (
    <section
      aria-labelledby="summary-title"
      className="grid content-start gap-4 self-start rounded-lg border border-line bg-surface p-(--card-padding) lg:sticky lg:top-20 lg:order-last"
    >
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="summary-title" className="text-lg">
          {t("summary.title")}
        </h2>
        <Link href={href("/cart")} className="tap inline-block text-sm text-accent-ink underline underline-offset-2">
          {t("summary.edit")}
        </Link>
      </div>
      <Lines cart={cart} />
      <Sum quote={state.quote} status={state.status} />
      <p role="status" className={updatingShown ? "text-xs text-ink-muted" : "sr-only"}>
        {state.status === "updating" ? t("summary.updating") : null}
      </p>
      {state.status === "failed" ? (
        <ProblemNotice
          error={state.error}
          tone="warning"
          action={
            <>
              <ProveLink error={state.error} />
              <Button variant="secondary" size="small" onClick={onRetry}>
                {t("summary.retry")}
              </Button>
            </>
          }
        />
      ) : null}
    </section>
  );
}

function Lines({ cart }: { cart: Cart }) {
  const t = useCopy("checkout");
  const shell = useCopy("shell");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  return (
    <ul className="grid gap-3 border-b border-line pb-4">
      {cart.lines.map((line) => (
        <li key={line.id} className="grid gap-0.5 text-sm" data-tint={line.platformContext?.platform}>
          <span className="flex justify-between gap-4 font-semibold">
            <span className="min-w-0 wrap-anywhere">{line.product.title}</span>
            <span className="figures shrink-0">{formatMoney(line.gross, locale)}</span>
          </span>
          <span className="text-ink-muted">
            {t("summary.quantity", { count: number.format(line.quantity), unit: line.product.unit })}
          </span>
          {line.platformContext === null ? null : (
            <span className="wrap-anywhere text-tint-ink">
              {shell(`platforms.${line.platformContext.platform}`)}
              {line.platformContext.handle === null ? "" : ` · ${channelName(line.platformContext.handle)}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The first total is a moment on its way: its place is held, so that the form below does not jump. */
function Sum({ quote, status }: Pick<CartQuoteState, "quote" | "status">) {
  if (quote !== null) return <KnownSum quote={quote} updating={status === "updating"} />;
  if (status === "failed") return null;
  return <div aria-hidden="true" className="h-32 animate-pulse rounded-md bg-neutral-soft" />;
}

function KnownSum({ quote, updating }: { quote: NonNullable<CartQuoteState["quote"]>; updating: boolean }) {
  const t = useCopy("checkout");
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const { currency } = quote.total;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
  const until = new Date(quote.expiresAt).toLocaleTimeString(locale, { timeStyle: "short", timeZone: "Europe/Berlin" });
  return (
    <div className={`grid gap-2 ${updating ? "opacity-75" : ""}`}>
      <DefinitionList
        kind="sum"
        items={[
          ...quote.adjustments.map(({ label, amount }) => ({ term: label, value: formatMoney(amount, locale) })),
          { term: t("summary.net"), value: formatMoney(quote.net, locale) },
          ...quote.taxes.map(({ rateBp, baseMinor, taxMinor }) => ({
            term: t("summary.tax", { rate: percent.format(rateBp / basis), base: money(baseMinor) }),
            value: money(taxMinor),
          })),
          { term: t("summary.total"), value: formatMoney(quote.total, locale), strong: true },
        ]}
      />
      {quote.taxNote === null ? null : <p className="text-sm text-ink-muted">{quote.taxNote}</p>}
      <p className="text-xs text-ink-muted">{t("summary.honoured", { time: until })}</p>
    </div>
  );
}
