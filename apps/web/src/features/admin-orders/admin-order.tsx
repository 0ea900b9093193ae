import type { OperatorOrder } from "@smplat/contracts";
import { Breadcrumbs } from "@smplat/ui/breadcrumbs";
import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminTitle } from "#components/admin-title.tsx";
import { fingerprint } from "#components/fingerprint.ts";
import { orderTones } from "#components/order-tones.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { AttemptTable } from "./attempt-table.tsx";
import { AuditTrail } from "./audit-trail.tsx";
import { CustomerFacts } from "./customer-facts.tsx";
import { LineTable } from "./line-table.tsx";
import { LiveAdminOrder } from "./live-admin-order.tsx";
import { loadAdminOrder } from "./load-admin-order.ts";
import { OrderCommands } from "./order-commands.tsx";
import { OrderEvents } from "./order-events.tsx";
import { OwnershipFacts } from "./ownership-facts.tsx";
import { PaymentTable } from "./payment-table.tsx";

/** An order from behind: what was bought, what suppliers and processor did with it, who moved it and why. */
export async function AdminOrder({ orderId, actions }: { orderId: string; actions: ReactNode }) {
  const { locale } = await shopContext();
  const view = await loadAdminOrder(orderId, locale);
  if (view === null) return <Missing />;
  const { detail, timeline } = view;
  return (
    <div className="grid gap-5">
      <OrderHead detail={detail} />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid min-w-0 content-start gap-5">
          <LineTable detail={detail} />
          {detail.order.paidAt === null ? null : actions}
          <AttemptTable detail={detail} />
          <PaymentTable detail={detail} />
          <OrderEvents timeline={timeline} />
        </div>
        <aside className="grid min-w-0 content-start gap-5 max-xl:md:grid-cols-2">
          <CustomerFacts detail={detail} />
          <OwnershipFacts detail={detail} />
          <AuditTrail entries={detail.audit} />
        </aside>
      </div>
    </div>
  );
}

async function OrderHead({ detail }: { detail: OperatorOrder }) {
  const [t, states, inspector, shop] = await Promise.all([
    getTranslations("admin.order"),
    getTranslations("admin.states"),
    getTranslations("admin-proof"),
    shopContext(),
  ]);
  const { order, allowed } = detail;
  const title = order.number ?? t("unnumbered");
  return (
    <div className="grid gap-1">
      <Breadcrumbs
        label={t("back")}
        trail={[
          { href: shop.href("/admin/orders"), label: t("back") },
          { href: shop.href(`/admin/orders/${order.id}`), label: title },
        ]}
      />
      <AdminTitle title={title}>
        <StatusPill tone={orderTones[order.state]}>{states(order.state)}</StatusPill>
        <LiveAdminOrder orderId={order.id} seen={fingerprint(detail)} drawnAtMs={Date.now()} />
      </AdminTitle>
      <div className="flex flex-wrap items-center gap-2">
        <OrderCommands orderId={order.id} version={order.version} allowed={allowed} />
        <Link
          href={shop.href(`/admin/orders/${order.id}/proof`)}
          className={buttonClasses({ variant: "secondary", size: "small" })}
        >
          {inspector("title")}
        </Link>
      </div>
    </div>
  );
}

async function Missing() {
  const t = await getTranslations("admin.order");
  return <EmptyState title={t("missingTitle")}>{t("missingText")}</EmptyState>;
}
