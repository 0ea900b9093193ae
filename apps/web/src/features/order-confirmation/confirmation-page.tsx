import type { Order } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { api } from "#api/server-client.ts";
import { TrackRecords } from "#components/track-record/track-records.tsx";
import { TrackView } from "#components/track-view.tsx";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { OrderConfirmation } from "./order-confirmation.tsx";

/** The order named in the address; without a name (a bank may drop it) the visitor's newest one. */
async function findOrder(orderId: string | undefined): Promise<Order | null> {
  try {
    if (orderId !== undefined) return await api().orders.get({ params: { orderId } });
    const newest = (await api().orders.list({ query: { limit: "1" } })).items[0];
    return newest === undefined ? null : await api().orders.get({ params: { orderId: newest.id } });
  } catch (error) {
    if (error instanceof ApiProblem && [401, 403, 404, 422].includes(error.problem.status)) return null;
    throw error;
  }
}

export async function ConfirmationPage({ orderId }: { orderId: string | undefined }) {
  const [t, shop, order] = await Promise.all([getTranslations("confirmation"), shopContext(), findOrder(orderId)]);
  return (
    <div className="mx-auto max-w-page px-4 py-10 sm:px-6 lg:py-14">
      {order === null ? (
        <>
          <h1 className="pb-6 text-2xl">{t("metaTitle")}</h1>
          <EmptyState
            title={t("missing.title")}
            action={
              <Link href={shop.href("/account/orders")} className={buttonClasses()}>
                {t("missing.action")}
              </Link>
            }
          >
            {t("missing.text")}
          </EmptyState>
        </>
      ) : (
        <ClientCopy areas={["confirmation"]}>
          <TrackView name="checkout.succeeded-viewed" subject={order.id} />
          <OrderConfirmation initial={order} />
          <div className="pt-10">
            <TrackRecords products={order.lines.map(({ product }) => product)} />
          </div>
        </ClientCopy>
      )}
    </div>
  );
}
