"use client";

import type { LineQuote } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useLocale } from "#i18n/copy.tsx";
import { useHref, useShop } from "#shop-context/shop-provider.tsx";

const outlived = new Set(["quote.expired", "quote.not-found"]);

/** Puts a quoted line into the cart and goes there. A price that ran out meanwhile is asked for once more. */
export function useAddToCart(renew: () => Promise<LineQuote>) {
  const { currency, country, setCartCount } = useShop();
  const locale = useLocale();
  const router = useRouter();
  const href = useHref();
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null });

  const add = useCallback(
    async (quote: LineQuote) => {
      setState({ busy: true, error: null });
      const query = { locale, country };
      try {
        const { id: cartId } = await browserApi.carts.create({ query, body: { currency } });
        const put = (quoteId: string) => browserApi.carts.addLine({ params: { cartId }, query, body: { quoteId } });
        const cart = await put(quote.id).catch(async (error: unknown) => {
          if (!(error instanceof ApiProblem && outlived.has(error.problem.code))) throw error;
          return put((await renew()).id);
        });
        setCartCount(cart.lines.length);
        router.push(href("/cart"));
        router.refresh();
      } catch (error) {
        setState({ busy: false, error });
      }
    },
    [currency, country, locale, renew, router, href, setCartCount],
  );
  return { ...state, add };
}
