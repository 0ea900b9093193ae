import type { OperatorSupport } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { getTranslations } from "next-intl/server";
import { api, orNull } from "#api/server-client.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { DisputeList } from "./dispute-list.tsx";
import { LineActionList } from "./line-action-list.tsx";
import { RefundDialog } from "./refund-dialog.tsx";
import { RefundList } from "./refund-list.tsx";

/** What can be done for an order after it was sold: money, lines, refills; and what was done. */
export async function OrderActions({ orderId }: { orderId: string }) {
  const t = await getTranslations("support-admin.actions");
  const support = await orNull(api().adminSupport.get({ params: { orderId } }));
  return (
    <ClientCopy areas={["support-admin"]}>
      <section aria-labelledby="after-sale" className="grid min-w-0 gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id="after-sale" className="text-lg">
            {t("title")}
          </h2>
          {support !== null && refundable(support) ? (
            <RefundDialog orderId={orderId} lines={support.lines} limit={support.refundLimit} />
          ) : null}
        </div>
        {support === null ? (
          <Notice tone="warning" title={t("missing")} />
        ) : (
          <>
            <LineActionList orderId={orderId} lines={support.lines} />
            <RefundList orderId={orderId} refunds={support.refunds} />
            <DisputeList orderId={orderId} disputes={support.disputes} />
          </>
        )}
      </section>
    </ClientCopy>
  );
}

const refundable = (support: OperatorSupport): boolean => support.lines.some((line) => line.refundable.amountMinor > 0);
