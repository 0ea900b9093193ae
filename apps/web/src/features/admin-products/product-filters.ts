import { type ProductState, productStates } from "@smplat/contracts/vocabulary";
import type { QueryValues } from "#i18n/href.ts";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

export interface ProductFilters {
  readonly state: ProductState | null;
  readonly q: string;
  readonly cursor: string | null;
}

const maxTextLength = 120;
const pageSize = "50";

/** Reads an address; what it does not know it leaves out. */
export function readProductFilters(params: SearchParams): ProductFilters {
  const state = singleValue(params, "state");
  return {
    state: productStates.find((known) => known === state) ?? null,
    q: (singleValue(params, "q") ?? "").slice(0, maxTextLength),
    cursor: singleValue(params, "cursor") ?? null,
  };
}

/** The opposite of `readProductFilters`. */
export function productFilterQuery({ state, q, cursor }: ProductFilters): QueryValues {
  return { state, q, cursor };
}

/** The filters as the API takes them. */
export function productListQuery({ state, q, cursor }: ProductFilters) {
  return {
    limit: pageSize,
    ...(state === null ? {} : { state }),
    ...(q === "" ? {} : { q }),
    ...(cursor === null ? {} : { cursor }),
  };
}
