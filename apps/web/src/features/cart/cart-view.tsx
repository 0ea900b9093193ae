"use client";

import type { Cart, Product } from "@smplat/contracts";
import { Button, buttonClasses } from "@smplat/ui/button";
import { DefinitionList } from "@smplat/ui/definition-list";
import { EmptyState } from "@smplat/ui/empty-state";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatMoney } from "#components/money.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { CartLine } from "./cart-line.tsx";
import { useCart } from "./use-cart.ts";

/** Smallest, largest and step of what can be ordered, by the id of the product. */
export type QuantityRules = Readonly<Record<string, Product["quantity"]>>;

interface CartViewProps {
  initial: Cart;
  /** The pictures, drawn on the server, by the id of the product. */
  art: Readonly<Record<string, ReactNode>>;
  rules: QuantityRules;
}

export function CartView({ initial, art, rules }: CartViewProps) {
  const t = useCopy("cart");
  const href = useHref();
  const { cart, pending, removed, error, setQuantity, remove, undoRemove } = useCart(initial);
  const busy = Object.keys(pending).length > 0;
  const undo =
    removed === null ? null : (
      <p role="status" className="flex flex-wrap items-center gap-3 rounded-md bg-inverse px-4 py-2 text-on-inverse">
        <span className="min-w-0 flex-1">{t("removed", { product: removed.product.title })}</span>
        <Button variant="secondary" size="small" onClick={undoRemove}>
          {t("undo")}
        </Button>
      </p>
    );
  if (cart.lines.length === 0) {
    return (
      <div className="grid gap-4">
        {undo}
        {error === null ? null : <ProblemNotice error={error} />}
        <EmptyState
          title={t("empty.title")}
          action={
            <Link href={href("/products")} className={buttonClasses()}>
              {t("empty.action")}
            </Link>
          }
        >
          {t("empty.text")}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-12">
      <div className="grid min-w-0 content-start gap-4">
        {undo}
        {error === null ? null : <ProblemNotice error={error} details />}
        <ul aria-label={t("lines")} className="grid gap-4">
          {cart.lines.map((line) => (
            <CartLine
              key={line.id}
              line={line}
              art={art[line.product.id]}
              rule={rules[line.product.id]}
              problems={cart.problems.filter(({ lineId }) => lineId === line.id)}
              saving={pending[line.id] !== undefined}
              onQuantity={(quantity) => setQuantity(line.id, quantity)}
              onRemove={() => remove(line)}
            />
          ))}
        </ul>
      </div>
      <Totals cart={cart} busy={busy} />
    </div>
  );
}

function Totals({ cart, busy }: { cart: Cart; busy: boolean }) {
  const t = useCopy("cart");
  const locale = useLocale();
  const href = useHref();
  const { net, tax, gross, country } = cart.totals;
  const blocked = cart.problems.some(({ blocking }) => blocking);
  const ready = !busy && !blocked;
  return (
    <section
      aria-labelledby="totals-title"
      className="grid content-start gap-4 self-start rounded-lg border border-line bg-surface p-(--card-padding) lg:sticky lg:top-20"
    >
      <h2 id="totals-title" className="text-lg">
        {t("totals.title")}
      </h2>
      <div className={busy ? "opacity-75" : ""}>
        <DefinitionList
          kind="sum"
          items={[
            { term: t("totals.net"), value: formatMoney(net, locale) },
            { term: t("totals.tax", { country }), value: formatMoney(tax, locale) },
            { term: t("totals.gross"), value: formatMoney(gross, locale), strong: true },
          ]}
        />
      </div>
      <p role="status" className={busy ? "text-xs text-ink-muted" : "sr-only"}>
        {busy ? t("totals.updating") : `${t("totals.gross")}: ${formatMoney(gross, locale)}`}
      </p>
      <p className="text-xs text-ink-muted">{t("totals.note")}</p>
      {blocked ? <p className="text-sm font-semibold text-critical-ink">{t("blocked")}</p> : null}
      {ready ? (
        <Link href={href("/checkout")} className={buttonClasses({ size: "large", wide: true })}>
          {t("checkout")}
        </Link>
      ) : (
        <Button size="large" wide disabled>
          {t("checkout")}
        </Button>
      )}
      <Link href={href("/products")} className="tap text-center text-sm text-ink-muted hover:underline">
        {t("continue")}
      </Link>
    </section>
  );
}
