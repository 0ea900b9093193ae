import type { Money, OperatorOrder } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { type Definition, DefinitionList } from "@smplat/ui/definition-list";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { Panel } from "./panel.tsx";

/** Who bought, when, and for how much. */
export async function CustomerFacts({ detail: { order, ownerId } }: { detail: OperatorOrder }) {
  const [t, shop, format] = await Promise.all([getTranslations("admin.order"), shopContext(), getFormatter()]);
  const amount = ({ amountMinor, currency }: Money) => (
    <Amount amountMinor={amountMinor} currency={currency} locale={shop.locale} />
  );
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const languages = new Intl.DisplayNames(shop.locale, { type: "language" });
  const { address, company, taxId } = order.billing;
  const fact = (term: string, value: string | null): Definition[] => (value === null ? [] : [{ term, value }]);
  const place = [address.line1, address.line2, `${address.postalCode} ${address.city}`, address.country];
  return (
    <>
      <Panel id="totals" title={t("totals.title")}>
        <DefinitionList
          kind="sum"
          items={[
            { term: t("totals.net"), value: amount(order.totals.net) },
            { term: t("totals.tax"), value: amount(order.totals.tax) },
            { term: t("totals.gross"), value: amount(order.totals.gross), strong: true },
            { term: t("totals.refunded"), value: amount(order.totals.refunded) },
          ]}
        />
      </Panel>
      <Panel id="customer" title={order.contact.name}>
        <DefinitionList
          items={[
            { term: t("email"), value: order.contact.email },
            ...fact(t("company"), company),
            ...fact(t("taxId"), taxId),
            { term: t("address"), value: place.filter(Boolean).join(", ") },
            { term: t("locale"), value: languages.of(order.locale) ?? order.locale },
            { term: t("owner"), value: <code className="font-mono text-xs">{ownerId}</code> },
            { term: t("placed"), value: moment(order.placedAt) },
            ...fact(t("paid"), order.paidAt === null ? null : moment(order.paidAt)),
            ...fact(t("delivered"), order.deliveredAt === null ? null : moment(order.deliveredAt)),
            { term: t("version"), value: order.version },
          ]}
        />
        <Link
          href={shop.href(`/account/orders/${order.id}`)}
          className="tap w-fit text-sm font-semibold text-accent-ink underline-offset-4 hover:underline"
        >
          {t("customerView")}
        </Link>
      </Panel>
    </>
  );
}
