import type { Order } from "@smplat/contracts";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { type OrderStanding, orderStanding, standingTone } from "#components/order-standing.ts";
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
  const standing = orderStanding(order, isMakeGoodAsked(view));
  return (
    <div className="grid gap-8">
      <OrderHead order={order} standing={standing} seen={orderFingerprint(view)} />
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 content-start gap-8">
          <WhereItStands order={order} standing={standing} />
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

/** Whether a make-good waits for somebody to decide; while one is under way the order itself says so. */
const isMakeGoodAsked = ({ refills }: OrderView): boolean =>
  refills?.lines.some((line) => line.refills.some(({ state }) => state === "requested")) ?? false;

interface StandingProps {
  order: Order;
  standing: OrderStanding;
}

async function OrderHead({ order, standing, seen }: StandingProps & { seen: string }) {
  const [t, states, shop, format] = await Promise.all([
    getTranslations("account.order"),
    getTranslations("account.states"),
    shopContext(),
    getFormatter(),
  ]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <StatusPill tone={standingTone(standing)}>{states(`${standing}.label`)}</StatusPill>
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

async function WhereItStands({ order, standing }: StandingProps) {
  const [t, states] = await Promise.all([getTranslations("account.order"), getTranslations("account.states")]);
  return (
    <section aria-label={t("state")} className="grid gap-4 rounded-lg border border-line bg-surface p-(--card-padding)">
      <p role="status" className="text-lg font-semibold">
        {states(`${standing}.now`)}
      </p>
      <div className="grid gap-0.5">
        <h2 className="font-sans text-sm font-semibold text-ink-muted">{t("next")}</h2>
        <p>{states(`${standing}.next`)}</p>
      </div>
      <OrderPayment order={order} />
    </section>
  );
}
