import type { Locale } from "@smplat/contracts/vocabulary";
import { formatMoney, formatNumber } from "#kernel/format";
import { channelText } from "#modules/billing";
import type { OrderWithLines } from "#modules/orders";
import type { Block } from "../letter.ts";

const words: Readonly<Record<Locale, { net: string; tax: string; total: string }>> = {
  en: { net: "Net", tax: "VAT", total: "Total" },
  de: { net: "Netto", tax: "USt.", total: "Gesamtbetrag" },
};

/** What was ordered, with its sums. */
export function orderItems(order: OrderWithLines): Block {
  const { locale, currency } = order;
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  return {
    kind: "items",
    items: order.lines.map((line) => {
      const channel = channelText(line.platformContext);
      const quantity = `${formatNumber(line.quantity, locale)} · ${line.product.unit[locale]}`;
      return {
        title: line.product.title[locale],
        details: [quantity, ...(channel === null ? [] : [channel]), ...line.summary],
        amount: money(line.netMinor),
      };
    }),
    totals: [
      { label: words[locale].net, value: money(order.netMinor), strong: false },
      { label: words[locale].tax, value: money(order.taxMinor), strong: false },
      { label: words[locale].total, value: money(order.totalMinor), strong: true },
    ],
  };
}
