import type { OperatorSupport } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { getFormatter, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/money.ts";
import { shopContext } from "#shop-context/shop-context.ts";

interface DisputeListProps extends Pick<OperatorSupport, "disputes"> {
  orderId: string;
}

const tones = { open: "warning", won: "success", lost: "critical" } as const;
const papers = [
  { text: "evidenceReceipt", path: "papers/receipt/pdf" },
  { text: "evidenceInvoice", path: "papers/invoice/pdf" },
  { text: "evidenceProof", path: "delivery-proof" },
  { text: "evidenceTimeline", path: "timeline" },
] as const;

/** Each dispute with its deadline, and what speaks for the shop. */
export async function DisputeList({ orderId, disputes }: DisputeListProps) {
  const [t, shop, format] = await Promise.all([
    getTranslations("support-admin.actions"),
    shopContext(),
    getFormatter(),
  ]);
  if (disputes.length === 0) return null;
  return (
    <div className="grid gap-1.5">
      <h3 className="font-sans text-sm font-semibold">{t("disputes")}</h3>
      {disputes.map(({ id, state, amount, lost, reason, evidenceDueAt }) => (
        <Notice
          key={id}
          tone={tones[state]}
          title={`${t(`disputeState.${state}`)} · ${formatMoney(amount, shop.locale)}`}
        >
          <span className="grid gap-1">
            <span>{t("disputeReason", { reason })}</span>
            {evidenceDueAt === null || state !== "open" ? null : (
              <span>{t("disputeDue", { date: format.dateTime(new Date(evidenceDueAt), { dateStyle: "long" }) })}</span>
            )}
            {state === "lost" ? <span>{t("disputeLost", { amount: formatMoney(lost, shop.locale) })}</span> : null}
            <span className="font-semibold">{t("evidence")}</span>
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              {papers.map(({ text, path }) => (
                <a key={path} href={`/api/v1/orders/${orderId}/${path}`} className="underline underline-offset-4">
                  {t(text)}
                </a>
              ))}
            </span>
          </span>
        </Notice>
      ))}
    </div>
  );
}
