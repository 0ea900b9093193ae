import type { Order } from "@smplat/contracts";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { orderTones } from "#components/order-tones.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { CancelOrder } from "./cancel-order.tsx";
import { LiveOrder } from "./live-order.tsx";
import type { OrderView } from "./load-order.ts";
import { OrderFacts } from "./order-facts.tsx";
import { orderFingerprint } from "./order-fingerprint.ts";
import { OrderLineCard } from "./order-line-card.tsx";
import { OrderDisputes, OrderMoney } from "./order-money.tsx";
import { OrderPapers } from "./order-papers.tsx";
import { OrderPayment } from "./order-payment.tsx";
import { OrderSignedProofs } from "./order-signed-proofs.tsx";
import { OrderTimeline } from "./order-timeline.tsx";
import { OrderTotals } from "./order-totals.tsx";

/** Everything about one order: where it stands, what comes next, how far each line is, and what it changed. */
export async function OrderPage({ view }: { view: OrderView }) {
  const { order, timeline, proof, refills, placements, support, signed } = view;
  const t = await getTranslations("account.order");
  return (
    <div className="grid gap-8">
      <OrderHead order={order} seen={orderFingerprint(view)} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <OrderStanding order={order} />
          {support === null ? null : <OrderDisputes disputes={support.disputes} />}
          <section aria-labelledby="lines" className="grid gap-4">
            <h2 id="lines" className="text-xl">
              {t("lines")}
            </h2>
            {order.lines.map((line) => (
              <OrderLineCard
                key={line.id}
                orderId={order.id}
                line={line}
                proof={proof}
                paid={order.paidAt !== null}
                guaranteeOver={order.state === "completed"}
                refills={refills?.lines.find(({ lineId }) => lineId === line.id) ?? null}
                placements={placements?.items.filter(({ lineId }) => lineId === line.id) ?? []}
                delivery={support?.lines.find(({ lineId }) => lineId === line.id) ?? null}
                productIds={order.lines.map(({ product }) => product.id)}
              />
            ))}
          </section>
          <OrderTimeline timeline={timeline} />
        </div>
        <aside className="grid min-w-0 content-start gap-6">
          <OrderTotals order={order} />
          {support === null ? null : <OrderMoney support={support} />}
          <OrderPapers order={order} />
          {signed === null ? null : <OrderSignedProofs orderId={order.id} signed={signed} />}
          <OrderFacts order={order} />
          <CancelOrder orderId={order.id} paid={order.paidAt !== null} possible={order.can.cancel} />
        </aside>
      </div>
    </div>
  );
}

async function OrderHead({ order, seen }: { order: Order; seen: string }) {
  const [t, states, shop, format] = await Promise.all([
    getTranslations("account.order"),
    getTranslations("account.states"),
    shopContext(),
    getFormatter(),
  ]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <StatusPill tone={orderTones[order.state]}>{states(`${order.state}.label`)}</StatusPill>
      <span className="text-ink-muted">
        {t("placed")} {format.dateTime(new Date(order.placedAt), { dateStyle: "long" })}
      </span>
      <LiveOrder orderId={order.id} state={order.state} seen={seen} drawnAtMs={Date.now()} />
      <Link
        href={shop.href("/account/orders")}
        className="tap font-semibold text-accent-ink underline-offset-4 hover:underline sm:ms-auto"
      >
        {t("back")}
      </Link>
    </div>
  );
}

async function OrderStanding({ order }: { order: Order }) {
  const [t, states] = await Promise.all([getTranslations("account.order"), getTranslations("account.states")]);
  return (
    <section aria-label={t("state")} className="grid gap-4 rounded-lg border border-line bg-surface p-(--card-padding)">
      <p role="status" className="text-lg font-semibold">
        {states(`${order.state}.now`)}
      </p>
      <div className="grid gap-0.5">
        <h2 className="font-sans text-sm font-semibold text-ink-muted">{t("next")}</h2>
        <p>{states(`${order.state}.next`)}</p>
      </div>
      <OrderPayment order={order} />
    </section>
  );
}
