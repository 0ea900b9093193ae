import { type OrderState, orderStates, type Platform, platforms } from "@smplat/contracts/vocabulary";
import type { QueryValues } from "#i18n/href.ts";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";

/** The filters of the list as its address holds them. */
export interface OrderFilters {
  readonly state: OrderState | null;
  readonly platform: Platform | null;
  readonly q: string;
  readonly cursor: string | null;
}

const maxTextLength = 120;
const pageSize = "50";

/** Reads an address; what it does not know it leaves out. `on` is the platform: `platform` is the shop's own context. */
export function readOrderFilters(params: SearchParams): OrderFilters {
  const state = singleValue(params, "state");
  const platform = singleValue(params, "on");
  return {
    state: orderStates.find((known) => known === state) ?? null,
    platform: platforms.find((known) => known === platform) ?? null,
    q: (singleValue(params, "q") ?? "").slice(0, maxTextLength),
    cursor: singleValue(params, "cursor") ?? null,
  };
}

/** The opposite of `readOrderFilters`. */
export function orderFilterQuery({ state, platform, q, cursor }: OrderFilters): QueryValues {
  return { state, on: platform, q, cursor };
}

/** The filters as the API takes them. */
export function orderListQuery({ state, platform, q, cursor }: OrderFilters) {
  return {
    limit: pageSize,
    ...(state === null ? {} : { state }),
    ...(platform === null ? {} : { platform }),
    ...(q === "" ? {} : { q }),
    ...(cursor === null ? {} : { cursor }),
  };
}

export function isFiltered({ state, platform, q }: OrderFilters): boolean {
  return state !== null || platform !== null || q !== "";
}
