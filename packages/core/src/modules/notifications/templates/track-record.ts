import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { inLocale } from "#kernel/locale";
import type { ProofMetrics } from "#modules/delivery-proof";
import type { OrderLine } from "#modules/orders";
import type { Block } from "../letter.ts";
import type { MailDeps } from "../mail-deps.ts";

interface Figures {
  readonly title: string;
  readonly median: string;
  readonly low: string;
  readonly high: string;
  readonly count: string;
  readonly time: string;
}

const words: Readonly<Record<Locale, (figures: Figures) => string>> = {
  en: ({ title, median, low, high, count, time }) =>
    `All orders of ${title}: ${median} of what was ordered was delivered in the median, half of the orders ${low} to ${high}. ${count} verified orders, failures included, as of ${time}.`,
  de: ({ title, median, low, high, count, time }) =>
    `Alle Bestellungen von ${title}: Im Median wurden ${median} des Bestellten geliefert, bei der Hälfte ${low} bis ${high}. ${count} geprüfte Bestellungen, Fehlschläge eingeschlossen, Stand ${time}.`,
};

/** How orders of the same products went, one line each; nothing of products whose numbers are not yet known. */
export async function trackRecord(
  deps: MailDeps,
  tx: Tx,
  lines: readonly Pick<OrderLine, "product" | "productId">[],
  locale: Locale,
): Promise<Block[]> {
  const titles = new Map(lines.map(({ productId, product }) => [productId, inLocale(product.title, locale)]));
  const metrics = await deps.deliveryProof.metricsForMany(tx, [...titles.keys()]);
  return [...metrics.values()].flatMap((known): Block[] => {
    const text = sentence(known, titles.get(known.productId) ?? "", locale);
    return text === null ? [] : [{ kind: "small", text }];
  });
}

function sentence({ fulfillmentPercent, sampleSize, computedAt }: ProofMetrics, title: string, locale: Locale) {
  if (fulfillmentPercent === null || computedAt === null) return null;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const share = (value: number) => percent.format(value / 100);
  return words[locale]({
    title,
    median: share(fulfillmentPercent.median),
    low: share(fulfillmentPercent.low),
    high: share(fulfillmentPercent.high),
    count: new Intl.NumberFormat(locale).format(sampleSize),
    time: new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "Europe/Berlin" }).format(computedAt),
  });
}
