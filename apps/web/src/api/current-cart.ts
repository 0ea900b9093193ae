import type { Cart } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { cache } from "react";
import { shopContext } from "#shop-context/shop-context.ts";
import { api } from "./server-client.ts";

/** The visitor's open cart; null when there is none, which is no failure. */
export const currentCart = cache(async (): Promise<Cart | null> => {
  const { locale, country } = await shopContext();
  try {
    return await api().carts.current({ query: { locale, country } });
  } catch (error) {
    if (error instanceof ApiProblem && [401, 403, 404].includes(error.problem.status)) return null;
    throw error;
  }
});
