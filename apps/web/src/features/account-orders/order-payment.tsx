import type { Order } from "@smplat/contracts";
import { buttonClasses } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

type Payment = NonNullable<Order["payment"]>;

/** While the payment is open: why, and every way to complete it. */
export async function OrderPayment({ order: { state, payment, can } }: { order: Order }) {
  const [t, shop] = await Promise.all([getTranslations("account.order"), shopContext()]);
  if (state !== "awaiting_payment") return null;
  const atBank = payment?.state === "requires_action" ? payment.nextAction : null;
  const tried = payment?.state === "failed" || atBank !== null;
  return (
    <div className="grid gap-4">
      {payment === null ? null : <PaymentTrouble payment={payment} />}
      {can.pay && payment?.state !== "processing" ? (
        <div className="flex flex-wrap gap-3">
          {atBank === null ? null : (
            <a href={atBank.url} className={buttonClasses()}>
              {t("confirmBank")}
            </a>
          )}
          <Link
            href={shop.href("/checkout")}
            className={buttonClasses({ variant: atBank === null ? "primary" : "secondary" })}
          >
            {tried ? t("payAgain") : t("pay")}
          </Link>
        </div>
      ) : null}
    </div>
  );
}

async function PaymentTrouble({ payment: { state, declineReason } }: { payment: Payment }) {
  const t = await getTranslations("account.paymentStates");
  if (state === "failed") {
    return (
      <Notice tone="warning" title={t("failedTitle")}>
        {declineReason === null ? t("failedPlain") : t("failedText", { reason: declineReason })}
      </Notice>
    );
  }
  if (state !== "requires_action" && state !== "processing") return null;
  return <Notice title={t(`${state}Title`)}>{t(`${state}Text`)}</Notice>;
}
