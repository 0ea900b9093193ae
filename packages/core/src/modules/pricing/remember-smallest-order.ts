import type { Currency } from "@smplat/contracts/vocabulary";
import type { CatalogProduct } from "#modules/catalog";
import { smallestOrderNet } from "./smallest-order.ts";

/** Some pages of products in every currency; then it starts anew. */
const rememberedMax = 5_000;

/** {@link smallestOrderNet} of stored products, worked out once per version: every product page shows it. */
export function rememberSmallestOrder(): (product: CatalogProduct, currency: Currency) => number {
  const known = new Map<string, number>();
  return (product, currency) => {
    const key = `${product.id} ${product.version} ${currency}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const net = smallestOrderNet(product, currency);
    if (known.size >= rememberedMax) known.clear();
    known.set(key, net);
    return net;
  };
}
