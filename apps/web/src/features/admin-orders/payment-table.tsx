import type { Money, OperatorOrder } from "@smplat/contracts";
import type { PaymentState } from "@smplat/contracts/vocabulary";
import { Amount } from "@smplat/ui/amount";
import { DataTable } from "@smplat/ui/data-table";
import { StatusPill } from "@smplat/ui/status-pill";
import type { Tone } from "@smplat/ui/tone";
import { getFormatter, getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { Panel } from "./panel.tsx";

const paymentTones: Readonly<Record<PaymentState, Tone>> = {
  created: "info",
  requires_action: "warning",
  processing: "info",
  succeeded: "success",
  failed: "critical",
  canceled: "neutral",
};

const isPaymentState = (state: string): state is PaymentState => Object.hasOwn(paymentTones, state);

/** Every attempt to pay, and what came of it. */
export async function PaymentTable({ detail: { payments } }: { detail: OperatorOrder }) {
  const [t, shop, format] = await Promise.all([getTranslations("admin.order"), shopContext(), getFormatter()]);
  const amount = ({ amountMinor, currency }: Money) => (
    <Amount amountMinor={amountMinor} currency={currency} locale={shop.locale} />
  );
  return (
    <Panel id="payments" title={t("payments")}>
      <DataTable
        caption={t("payments")}
        captionHidden
        rows={payments}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-muted">{t("paymentsNone")}</p>}
        columns={[
          {
            id: "state",
            header: t("payment.state"),
            cell: ({ state, failure }) => (
              <span className="grid justify-items-start">
                {isPaymentState(state) ? (
                  <StatusPill tone={paymentTones[state]}>{t(`payment.states.${state}`)}</StatusPill>
                ) : (
                  <span>{state}</span>
                )}
                {failure === null ? null : <span className="max-w-72 text-xs text-critical-ink">{failure}</span>}
              </span>
            ),
          },
          {
            id: "processor",
            header: t("payment.processor"),
            cell: ({ processorId }) =>
              processorId === null ? null : <code className="font-mono text-xs whitespace-nowrap">{processorId}</code>,
          },
          { id: "authorized", header: t("payment.authorized"), figures: true, cell: (row) => amount(row.authorized) },
          { id: "captured", header: t("payment.captured"), figures: true, cell: (row) => amount(row.captured) },
          { id: "refunded", header: t("payment.refunded"), figures: true, cell: (row) => amount(row.refunded) },
          {
            id: "created",
            header: t("payment.created"),
            figures: true,
            cell: ({ createdAt }) => format.dateTime(new Date(createdAt), { dateStyle: "short", timeStyle: "short" }),
          },
        ]}
      />
    </Panel>
  );
}
