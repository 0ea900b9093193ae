"use client";

import type { Cart } from "@smplat/contracts";
import { useCallback, useEffect, useRef, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useLocale } from "#i18n/copy.tsx";
import { useShop } from "#shop-context/shop-provider.tsx";
import { type CartOperation, type PendingOperations, projectCart } from "./project-cart.ts";

type Line = Cart["lines"][number];
const debounceMs = 300;

/**
 * The cart as the server last told it, with what is still on its way projected over it. One operation per line at a
 * time: a newer one takes the place of one that has not been sent, and a refused one falls away and shows the truth.
 */
export function useCart(initial: Cart) {
  const { country, setCartCount } = useShop();
  const locale = useLocale();
  const [cart, setCart] = useState(initial);
  const [pending, setPending] = useState<PendingOperations>({});
  const [removed, setRemoved] = useState<Line | null>(null);
  const [error, setError] = useState<unknown>(null);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const accept = useCallback(
    (next: Cart) => {
      setCart((before) => (next.version >= before.version ? next : before));
      setCartCount(next.lines.length);
    },
    [setCartCount],
  );

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
    };
  }, []);

  /** Sends one after the other, so that answers arrive in the order of the presses. */
  const send = useCallback(
    (lineId: string, operation: CartOperation, call: () => Promise<Cart>) => {
      queue.current = queue.current.then(async () => {
        try {
          accept(await call());
          setError(null);
        } catch (failure) {
          setError(failure);
        }
        setPending((before) => {
          if (before[lineId] !== operation) return before;
          const { [lineId]: _done, ...rest } = before;
          return rest;
        });
      });
    },
    [accept],
  );

  const query = { locale, country };
  const plan = (lineId: string, operation: CartOperation, call: () => Promise<Cart>, delayMs: number) => {
    setPending((before) => ({ ...before, [lineId]: operation }));
    clearTimeout(timers.current.get(lineId));
    timers.current.set(
      lineId,
      setTimeout(() => send(lineId, operation, call), delayMs),
    );
  };
  const setQuantity = (lineId: string, quantity: number) => {
    const params = { cartId: cart.id, lineId };
    const call = () => browserApi.carts.changeLine({ params, query, body: { quantity } });
    plan(lineId, { kind: "quantity", quantity }, call, debounceMs);
  };
  const remove = (line: Line) => {
    setRemoved(line);
    const call = () => browserApi.carts.removeLine({ params: { cartId: cart.id, lineId: line.id }, query });
    plan(line.id, { kind: "remove" }, call, 0);
  };
  const undoRemove = () => {
    if (removed === null) return;
    const line = removed;
    setRemoved(null);
    send(line.id, { kind: "remove" }, () => putBack(cart.id, line, query));
  };
  return { cart: projectCart(cart, pending), pending, removed, error, setQuantity, remove, undoRemove };
}

/** A removed line is quoted anew: the old quote may have run out, and the price must be one that holds. */
async function putBack(cartId: string, line: Line, query: { locale: "en" | "de"; country: string }): Promise<Cart> {
  const { product, quantity, selection, platformContext, net } = line;
  const quote = await browserApi.quotes.create({
    body: { productId: product.id, quantity, selection, platformContext, currency: net.currency, ...query },
  });
  return browserApi.carts.addLine({ params: { cartId }, query, body: { quoteId: quote.id } });
}
