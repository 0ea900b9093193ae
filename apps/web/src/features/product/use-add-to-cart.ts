"use client";

import type { LineQuote } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useLocale } from "#i18n/copy.tsx";
import { useHref, useShop } from "#shop-context/shop-provider.tsx";

const outlived = new Set(["quote.expired", "quote.not-found"]);

/**
 * Puts a quoted line into the cart and goes there. A price that is not there yet or ran out meanwhile is asked for first.
 * `add` answers what refused it, null when nothing did.
 */
export function useAddToCart(renew: () => Promise<LineQuote>) {
  const { currency, country, setCartCount } = useShop();
  const locale = useLocale();
  const router = useRouter();
  const href = useHref();
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null });

  const add = useCallback(
    async (quote: LineQuote | null): Promise<unknown> => {
      setState({ busy: true, error: null });
      const query = { locale, country };
      try {
        const { id: cartId } = await browserApi.carts.create({ query, body: { currency } });
        const put = (quoteId: string) => browserApi.carts.addLine({ params: { cartId }, query, body: { quoteId } });
        const { id: quoteId } = quote ?? (await renew());
        const cart = await put(quoteId).catch(async (error: unknown) => {
          if (!(error instanceof ApiProblem && outlived.has(error.problem.code))) throw error;
          return put((await renew()).id);
        });
        setCartCount(cart.lines.length);
        router.push(href("/cart"));
        router.refresh();
        return null;
      } catch (error) {
        setState({ busy: false, error });
        return error;
      }
    },
    [currency, country, locale, renew, router, href, setCartCount],
  );
  return { ...state, add };
}
