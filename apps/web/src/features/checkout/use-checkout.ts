"use client";

import type { Cart, CheckoutResult, Money } from "@smplat/contracts";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { track } from "#api/track.ts";
import { useLocale } from "#i18n/copy.tsx";
import { useHref, useShop } from "#shop-context/shop-provider.tsx";
import { personOf } from "./checkout-fields.ts";
import { Submission } from "./submission.ts";
import { CardFormError, type useCardForm } from "./use-card-form.ts";
import type { useCartQuote } from "./use-cart-quote.ts";
import type { useCheckoutForm } from "./use-checkout-form.ts";

interface Parts {
  readonly cart: Cart;
  readonly form: ReturnType<typeof useCheckoutForm>;
  readonly quote: ReturnType<typeof useCartQuote>;
  readonly card: ReturnType<typeof useCardForm>;
  /** The shop's own address, where a bank sends people back to. */
  readonly publicUrl: string;
}

interface State {
  readonly busy: boolean;
  readonly error: unknown;
  readonly cardError: CardFormError | null;
  /** The total somebody pressed for, when it no longer was the one. */
  readonly totalBefore: Money | null;
}

const calm: State = { busy: false, error: null, cardError: null, totalBefore: null };

/** Everything between pressing the button and leaving the page. */
export function useCheckout({ cart, form, quote, card, publicUrl }: Parts) {
  const locale = useLocale();
  const href = useHref();
  const router = useRouter();
  const { setCartCount } = useShop();
  const [state, setState] = useState<State>(calm);
  const submission = useRef<Submission | null>(null);
  // The key is made when the form is shown, before anything can be pressed.
  useEffect(() => {
    submission.current ??= new Submission();
  }, []);

  const leave = (result: CheckoutResult) => {
    form.forget();
    setCartCount(0);
    const next = result.status === "requires_action" ? result.nextAction?.url : undefined;
    if (next !== undefined) location.assign(next);
    else router.push(href("/checkout/success", { order: result.orderId }));
  };
  const press = async () => {
    const shown = quote.quote;
    const sender = submission.current;
    if (state.busy || shown === null || sender === null || quote.status !== "ready" || !form.check()) return;
    setState({ ...calm, busy: true });
    track("checkout.submitted");
    const request = {
      cartId: cart.id,
      cartQuoteId: shown.id,
      expectedTotalMinor: shown.total.amountMinor,
      ...personOf(form.values),
      consents: { terms: true, earlyStart: true } as const,
      returnUrl: new URL(href("/checkout/success"), publicUrl).href,
      locale,
    };
    try {
      const body = sender.unanswered(request) ?? { ...request, paymentMethodId: await card.takeCard() };
      const outcome = await sender.send(body);
      if (outcome.kind === "placed") return leave(outcome.result);
      if (outcome.kind === "total-changed") {
        await quote.renew();
        return setState({ ...calm, totalBefore: shown.total });
      }
      form.showRefusal(outcome.error);
      return setState({ ...calm, error: outcome.error });
    } catch (error) {
      return setState({ ...calm, ...failure(error) });
    }
  };
  return { ...state, press };
}

function failure(error: unknown): Partial<State> {
  return error instanceof CardFormError ? { cardError: error } : { error };
}
