import type { Money, Order } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { Card } from "@smplat/ui/card";
import { DefinitionList } from "@smplat/ui/definition-list";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

export async function OrderTotals({ order: { totals } }: { order: Order }) {
  const [t, shop] = await Promise.all([getTranslations("account.order"), shopContext()]);
  const amount = ({ amountMinor, currency }: Money) => (
    <Amount amountMinor={amountMinor} currency={currency} locale={shop.locale} />
  );
  return (
    <Card as="section" aria-labelledby="totals" className="grid gap-3">
      <h2 id="totals" className="text-lg">
        {t("totals")}
      </h2>
      <DefinitionList
        kind="sum"
        items={[
          { term: t("net"), value: amount(totals.net) },
          { term: t("tax"), value: amount(totals.tax) },
          { term: t("gross"), value: amount(totals.gross), strong: true },
          ...(totals.refunded.amountMinor > 0 ? [{ term: t("refunded"), value: amount(totals.refunded) }] : []),
        ]}
      />
    </Card>
  );
}
