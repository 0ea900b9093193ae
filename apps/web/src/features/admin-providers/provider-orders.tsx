import { Amount } from "@smplat/ui/amount";
import { DataTable } from "@smplat/ui/data-table";
import { StatusPill } from "@smplat/ui/status-pill";
import { getFormatter, getTranslations } from "next-intl/server";
import { lineTones } from "#components/order-tones.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import type { ProviderPageView } from "./load-provider.ts";
import { Section } from "./section.tsx";

type Order = NonNullable<ProviderPageView["orders"]>[number];

const failures = ["not_sent", "refused", "canceled", "ambiguous", "submitting"] as const;

/** What became of a submit that is not, or not surely, this supplier's work: then the line's state is not its doing. */
const failureOf = ({ state }: Order) => failures.find((failure) => failure === state) ?? "ambiguous";
const came = ({ state }: Order): boolean => !failures.some((failure) => failure === state);

/** The newest submits with where their lines stand. */
export async function ProviderOrders({ orders }: Pick<ProviderPageView, "orders">) {
  const [t, states, shop, format] = await Promise.all([
    getTranslations("providers"),
    getTranslations("admin.lineStates"),
    shopContext(),
    getFormatter(),
  ]);
  return (
    <Section id="orders" title={t("orders.title")}>
      <DataTable
        caption={t("orders.title")}
        captionHidden
        maxHeight="26rem"
        rows={orders ?? []}
        rowKey={({ attemptId }) => attemptId}
        rowHref={({ orderId }) => shop.href(`/admin/orders/${orderId}`)}
        empty={<p className="text-ink-muted">{orders === null ? t("partMissing") : t("orders.none")}</p>}
        columns={[
          {
            id: "submitted",
            header: t("orders.submitted"),
            cell: ({ submittedAt }) =>
              format.dateTime(new Date(submittedAt), { dateStyle: "short", timeStyle: "short" }),
          },
          { id: "service", header: t("column.service"), cell: ({ service }) => service },
          {
            id: "state",
            header: t("column.state"),
            cell: (order) => (
              <span className="grid justify-items-start gap-0.5">
                {came(order) ? (
                  <StatusPill tone={lineTones[order.lineState]}>{states(order.lineState)}</StatusPill>
                ) : (
                  <StatusPill tone={order.state === "refused" ? "critical" : "warning"}>
                    {t(`attempt.${failureOf(order)}`)}
                  </StatusPill>
                )}
                {order.lastError === null ? null : (
                  <span className="max-w-56 text-xs text-critical-ink">{order.lastError}</span>
                )}
                {order.laterLookError === null ? null : (
                  <span className="max-w-56 text-xs text-ink-muted">
                    {t("orders.laterLook", { reason: order.laterLookError })}
                  </span>
                )}
              </span>
            ),
          },
          {
            id: "delivered",
            header: t("orders.delivered"),
            figures: true,
            cell: (order) =>
              came(order) ? `${format.number(order.delivered)} / ${format.number(order.ordered)}` : null,
          },
          {
            id: "cost",
            header: t("services.cost"),
            figures: true,
            cell: ({ cost }) =>
              cost === null ? (
                t("unknown")
              ) : (
                <Amount amountMinor={cost.amountMinor} currency={cost.currency} locale={shop.locale} />
              ),
          },
        ]}
      />
    </Section>
  );
}
