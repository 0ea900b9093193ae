"use client";

import type { Currency } from "@smplat/contracts/vocabulary";
import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import { useLocale } from "#i18n/copy.tsx";
import { localeHref, type QueryValues } from "#i18n/href.ts";
import { formatPlatform, platformCookie, type ShopPlatform } from "./platform-context.ts";
import { writeCookie } from "./write-cookie.ts";

interface Shop {
  readonly currency: Currency;
  readonly country: string;
  readonly platform: ShopPlatform | null;
  readonly setPlatform: (platform: ShopPlatform | null) => void;
  readonly cartCount: number;
  readonly setCartCount: (count: number) => void;
}

const ShopStore = createContext<Shop | null>(null);

interface ShopProviderProps {
  currency: Currency;
  country: string;
  platform: ShopPlatform | null;
  cartCount: number;
  children: ReactNode;
}

/**
 * What this tab knows of its cart. A layout the router kept from before a purchase would tell the number of then. Set in
 * browsers only: on the server it would be everybody's.
 */
let knownCount: number | null = null;

/** Keeps the channel shopped for and the number of cart lines alike in header, product page and cart. */
export function ShopProvider({ currency, country, platform, cartCount, children }: ShopProviderProps) {
  const [chosen, choose] = useState(platform);
  const [count, showCount] = useState(knownCount ?? cartCount);
  const setCartCount = useCallback((next: number) => {
    knownCount = next;
    showCount(next);
  }, []);
  const setPlatform = useCallback((next: ShopPlatform | null) => {
    choose(next);
    writeCookie(platformCookie, encodeURIComponent(formatPlatform(next) ?? "") || null);
  }, []);
  const shop = useMemo(
    () => ({ currency, country, platform: chosen, setPlatform, cartCount: count, setCartCount }),
    [currency, country, chosen, setPlatform, count, setCartCount],
  );
  return <ShopStore value={shop}>{children}</ShopStore>;
}

export function useShop(): Shop {
  const shop = use(ShopStore);
  if (shop === null) throw new Error("useShop outside ShopProvider");
  return shop;
}

/** The address of a page in the visitor's language. */
export function useHref(): (path: string, query?: QueryValues) => string {
  const locale = useLocale();
  return useCallback((path, query) => localeHref(locale, path, query), [locale]);
}
