import type { OperatorSupport } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { getFormatter, getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

/** Every refund of the order, with why it was asked for and what became of it. */
export async function RefundList({ orderId, refunds }: Pick<OperatorSupport, "refunds"> & { orderId: string }) {
  const [t, shop, format] = await Promise.all([
    getTranslations("support-admin.actions"),
    shopContext(),
    getFormatter(),
  ]);
  return (
    <div className="grid gap-1.5">
      <h3 className="font-sans text-sm font-semibold">{t("refunds")}</h3>
      {refunds.length === 0 ? <p className="text-sm text-ink-muted">{t("refundsNone")}</p> : null}
      <ul className="grid gap-1.5">
        {refunds.map(({ id, amount, state, reason, failure, creditNote, requestedAt }) => (
          <li key={id} className="grid gap-0.5 rounded-md border border-line bg-surface p-2 text-sm">
            <span className="figures flex flex-wrap justify-between gap-x-4">
              <span className="font-semibold">
                <Amount amountMinor={amount.amountMinor} currency={amount.currency} locale={shop.locale} />
                {" · "}
                {t(`refundState.${state}`)}
              </span>
              <span className="text-ink-muted">
                {format.dateTime(new Date(requestedAt), { dateStyle: "short", timeStyle: "short" })}
              </span>
            </span>
            <span className="wrap-anywhere">{reason}</span>
            {creditNote === null ? null : (
              <a
                href={`/api/v1/orders/${orderId}/papers/credit_note/pdf?number=${creditNote}`}
                className="w-fit underline underline-offset-4"
              >
                {t("creditNote", { number: creditNote })}
              </a>
            )}
            {failure === null ? null : <span className="text-critical-ink wrap-anywhere">{failure}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
