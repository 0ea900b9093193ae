import type { CatalogProduct } from "@smplat/core";
import type { ProductView } from "./presenter.ts";

/** Some pages of products in every language and currency; then it starts anew. */
const rememberedMax = 1_000;

/** Works out once what a version of a product looks like in a view: its texts and prices are long and asked for often. */
export function rememberPresented<T>(present: (product: CatalogProduct, view: ProductView) => T) {
  const known = new Map<string, T>();
  return (product: CatalogProduct, view: ProductView): T => {
    const key = `${product.id} ${product.version} ${view.locale} ${view.currency} ${view.taxRateBp}`;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const made = present(product, view);
    if (known.size >= rememberedMax) known.clear();
    known.set(key, made);
    return made;
  };
}
