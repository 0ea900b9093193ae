import type { Cart } from "@smplat/contracts";
import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { currentCart } from "#api/current-cart.ts";
import { api, orNull } from "#api/server-client.ts";
import { ProductArt } from "#components/product-art/product-art.tsx";
import { TrackView } from "#components/track-view.tsx";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { CartView, type QuantityRules } from "./cart-view.tsx";

/** What can be ordered of each product, by its id; a product that can't be loaded is left to the server's own check. */
async function quantityRules(cart: Cart | null): Promise<QuantityRules> {
  const slugs = new Set(cart?.lines.map(({ product }) => product.slug));
  const products = await Promise.all(
    [...slugs].map((slug) => orNull(api().products.get({ params: { slug }, query: {} }))),
  );
  return Object.fromEntries(products.flatMap((product) => (product === null ? [] : [[product.id, product.quantity]])));
}

export async function CartPage() {
  const [t, shop, cart] = await Promise.all([getTranslations("cart"), shopContext(), currentCart()]);
  const art = (cart?.lines ?? []).map((line) => [
    line.product.id,
    <ProductArt
      key={line.product.id}
      seed={line.product.artSeed}
      platform={line.platformContext?.platform}
      columns={4}
      rows={4}
      className="aspect-square w-full"
    />,
  ]);
  const rules = await quantityRules(cart);
  return (
    <div className="mx-auto grid max-w-page gap-6 px-4 py-8 sm:px-6 lg:py-12">
      <h1 className="text-2xl">{t("title")}</h1>
      <ClientCopy areas={["cart", "problems"]}>
        <TrackView name="cart.viewed" />
        {cart === null ? (
          <EmptyState
            title={t("empty.title")}
            action={
              <Link href={shop.href("/products")} className={buttonClasses()}>
                {t("empty.action")}
              </Link>
            }
          >
            {t("empty.text")}
          </EmptyState>
        ) : (
          <CartView key={`${cart.id}:${cart.version}`} initial={cart} art={Object.fromEntries(art)} rules={rules} />
        )}
      </ClientCopy>
    </div>
  );
}
