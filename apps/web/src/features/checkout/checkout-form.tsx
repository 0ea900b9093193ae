"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Button, buttonClasses } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import type { SelectOption } from "@smplat/ui/select-field";
import Link from "next/link";
import { useEffect } from "react";
import { track } from "#api/track.ts";
import { formatMoney } from "#components/money.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { BillingSection } from "./billing-section.tsx";
import { CardSection } from "./card-section.tsx";
import type { Cart, PaymentOptionsAnswer } from "./checkout-data.ts";
import type { FormValues } from "./checkout-fields.ts";
import { ConsentSection } from "./consent-section.tsx";
import { ContactSection } from "./contact-section.tsx";
import { OrderSummary } from "./order-summary.tsx";
import { ProveLink } from "./prove-link.tsx";
import { useCardForm } from "./use-card-form.ts";
import { useCartQuote } from "./use-cart-quote.ts";
import { useCheckout } from "./use-checkout.ts";
import { useCheckoutForm } from "./use-checkout-form.ts";

interface CheckoutFormProps {
  cart: Cart;
  payment: PaymentOptionsAnswer;
  countries: readonly SelectOption[];
  start: FormValues;
  publicUrl: string;
}

/** One page, top to bottom: who, where, card, consent, pay. The summary stays in sight. */
export function CheckoutForm({ cart, payment, countries, start, publicUrl }: CheckoutFormProps) {
  const t = useCopy("checkout");
  const locale = useLocale();
  const form = useCheckoutForm(start);
  const quote = useCartQuote(cart.id, form.values["billing.address.country"], form.values["billing.taxId"]);
  const card = useCardForm(payment.cardFormUrl);
  const { busy, error, cardError, totalBefore, press } = useCheckout({ cart, form, quote, card, publicUrl });
  useEffect(() => track("checkout.payment-shown"), []);
  const part = { values: form.values, errorOf: form.errorOf, onChange: form.change, onLeave: form.leave };
  const total = quote.quote === null ? "" : formatMoney(quote.quote.total, locale);
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-14">
      <OrderSummary cart={cart} quote={quote} onRetry={quote.retry} />
      <form
        noValidate
        className="grid min-w-0 content-start lg:max-w-[38rem] gap-9"
        onSubmit={(event) => {
          event.preventDefault();
          void press();
        }}
      >
        <ContactSection {...part} />
        <BillingSection {...part} countries={countries} />
        <CardSection testMode={payment.testMode} card={card} error={cardError} />
        <ConsentSection consents={form.consents} errorOf={form.errorOf} onConsent={form.consent} />
        <div className="grid gap-3">
          {error === null ? null : <ProblemNotice error={error} action={<WayOut error={error} />} />}
          {totalBefore === null || quote.quote === null ? null : (
            <Notice
              tone="warning"
              announce="at-once"
              title={t("changed.title", { total })}
              remedy={t("changed.text", { before: formatMoney(totalBefore, locale) })}
            />
          )}
          {total === "" ? null : (
            <p className="flex items-baseline justify-between gap-4 font-semibold">
              {t("summary.total")}
              <span className={`figures text-xl ${quote.status === "ready" ? "" : "opacity-75"}`}>{total}</span>
            </p>
          )}
          <Button
            type="submit"
            size="large"
            wide
            disabled={quote.status !== "ready"}
            loadingLabel={busy ? t("paying") : undefined}
          >
            {t("pay", { total })}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** Where to go when staying on this page can't mend it. */
function WayOut({ error }: { error: unknown }) {
  const t = useCopy("checkout");
  const href = useHref();
  const code = error instanceof ApiProblem ? error.problem.code : "";
  const look = buttonClasses({ variant: "secondary", size: "small" });
  if (code === "order.already-placed" || code === "cart.closed") {
    return (
      <Link href={href("/account/orders")} className={look}>
        {t("openOrder")}
      </Link>
    );
  }
  if (code === "checkout.ownership-required") return <ProveLink error={error} />;
  if (!code.startsWith("cart.") && !code.startsWith("product.")) return null;
  return (
    <Link href={href("/cart")} className={look}>
      {t("toCart")}
    </Link>
  );
}
