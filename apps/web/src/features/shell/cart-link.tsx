"use client";

import Link from "next/link";
import { useCopy } from "#i18n/copy.tsx";
import { useHref, useShop } from "#shop-context/shop-provider.tsx";
import { HeaderIcon } from "./header-icon.tsx";

/** The way to the cart, with the number of its lines. */
export function CartLink() {
  const t = useCopy("shell");
  const href = useHref();
  const { cartCount } = useShop();
  return (
    <Link
      href={href("/cart")}
      className="tap inline-flex items-center gap-1.5 rounded-md px-2 sm:gap-2 sm:px-2.5 py-2 text-sm font-semibold hover:bg-surface-hover"
    >
      <HeaderIcon name="cart" />
      {cartCount > 0 ? <span className="sr-only">{t("nav.cartCount", { count: cartCount })}</span> : null}
      <span aria-hidden={cartCount > 0} className="sr-only sm:not-sr-only">
        {t("nav.cart")}
      </span>
      {cartCount > 0 ? (
        <span
          aria-hidden="true"
          className="figures grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1.5 text-xs text-on-accent"
        >
          {cartCount}
        </span>
      ) : null}
    </Link>
  );
}
