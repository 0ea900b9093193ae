import type { Provider } from "@smplat/contracts";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { hoursText } from "./hours-text.ts";

interface BalanceForecastProps {
  balance: NonNullable<Provider["balance"]>;
}

/** How long a credit lasts, or why nobody can say. */
export async function BalanceForecast({ balance }: BalanceForecastProps) {
  const [t, shop] = await Promise.all([getTranslations("providers"), shopContext()]);
  const { hoursToEmpty, burnPerDayMinor, windowHours } = balance;
  if (hoursToEmpty !== null) return t("balance.lasts", { time: hoursText(hoursToEmpty, shop.locale) });
  if (burnPerDayMinor === null) return t("balance.noForecast");
  return t("balance.noSpending", { time: hoursText(windowHours, shop.locale) });
}
