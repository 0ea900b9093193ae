import type { ProductCard } from "@smplat/contracts";
import { getTranslations } from "next-intl/server";

const hoursPerDay = 24;
/** Up to here a time reads better in hours. */
const hoursUpTo = 48;

/** When the work starts and when it is delivered, in words. */
export async function deliveryTime({ startsWithinHours, deliversWithinHours }: ProductCard["sla"]): Promise<string> {
  const t = await getTranslations("catalog");
  const words = (hours: number) =>
    hours <= hoursUpTo ? t("hours", { count: hours }) : t("days", { count: Math.ceil(hours / hoursPerDay) });
  return t("sla", { start: words(startsWithinHours), delivery: words(deliversWithinHours) });
}
