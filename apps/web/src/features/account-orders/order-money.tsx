import type { OrderSupport } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { Card } from "@smplat/ui/card";
import { Notice } from "@smplat/ui/notice";
import { getFormatter, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/money.ts";
import { shopContext } from "#shop-context/shop-context.ts";

type Dispute = OrderSupport["disputes"][number];

/** Money on its way back. */
export async function OrderMoney({ support }: { support: OrderSupport }) {
  const [t, shop, format] = await Promise.all([getTranslations("support.money"), shopContext(), getFormatter()]);
  if (support.refunds.length === 0) return null;
  return (
    <Card as="section" className="grid gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <ul className="grid gap-2 text-sm">
        {support.refunds.map(({ id, state, amount, updatedAt }) => (
          <li key={id} className="grid gap-0.5">
            <span className="figures flex justify-between gap-3">
              <span>
                {t(`states.${state}`)} · {format.dateTime(new Date(updatedAt), { dateStyle: "medium" })}
              </span>
              <Amount amountMinor={amount.amountMinor} currency={amount.currency} locale={shop.locale} />
            </span>
            {state === "failed" ? <span className="text-xs text-ink-muted">{t("failed")}</span> : null}
          </li>
        ))}
      </ul>
      <p className="text-xs text-ink-muted">{t("hint")}</p>
    </Card>
  );
}

/** What the buyer's bank did with the payment, in plain words. */
export async function OrderDisputes({ disputes }: { disputes: readonly Dispute[] }) {
  const [t, shop] = await Promise.all([getTranslations("support.money"), shopContext()]);
  return disputes.map(({ state, amount, openedAt }) =>
    state === "open" ? (
      <Notice key={openedAt} tone="warning" title={t("disputeOpen")}>
        {t("disputeOpenText", { amount: formatMoney(amount, shop.locale) })}
      </Notice>
    ) : (
      <Notice key={openedAt} title={t(state === "won" ? "disputeWon" : "disputeLost")} />
    ),
  );
}
