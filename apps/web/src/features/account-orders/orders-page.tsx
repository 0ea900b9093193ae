import { buttonClasses } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import { Notice } from "@smplat/ui/notice";
import { Pagination } from "@smplat/ui/pagination";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { currentSession, isStaff } from "#api/current-session.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { FindOrder } from "./find-order.tsx";
import { loadOrders, type OrderListing } from "./load-orders.ts";
import { OrderCard } from "./order-card.tsx";

/** The orders of whoever looks, and the way to those bought without an account. */
export async function OrdersPage({ cursor }: { cursor: string | undefined }) {
  const session = await currentSession();
  const listing = isStaff(session) ? null : await loadOrders(cursor);
  if (listing === null) return <StaffHint />;
  return (
    <>
      <OrderList listing={listing} paged={cursor !== undefined} />
      {session.user === null ? <FindOrder /> : null}
    </>
  );
}

async function OrderList({ listing: { page, cursorLost }, paged }: { listing: OrderListing; paged: boolean }) {
  const [t, shop] = await Promise.all([getTranslations("account.list"), shopContext()]);
  const first = shop.href("/account/orders");
  if (page.items.length === 0) return <NoOrders />;
  return (
    <section aria-label={t("label")} className="grid gap-5">
      {cursorLost ? <Notice title={t("cursorLost")} /> : null}
      <ul className="grid gap-4">
        {page.items.map((order) => (
          <OrderCard key={order.id} order={order} />
        ))}
      </ul>
      {page.nextCursor !== null || paged ? (
        <Pagination
          label={t("paging")}
          previousLabel={t("first")}
          nextLabel={t("next")}
          previousHref={paged ? first : undefined}
          nextHref={page.nextCursor === null ? undefined : shop.href("/account/orders", { cursor: page.nextCursor })}
          summary={t("shown", { count: page.items.length })}
        />
      ) : null}
    </section>
  );
}

async function NoOrders() {
  const [t, shop] = await Promise.all([getTranslations("account.list"), shopContext()]);
  return (
    <EmptyState
      title={t("emptyTitle")}
      action={
        <Link href={shop.href("/products")} className={buttonClasses()}>
          {t("emptyAction")}
        </Link>
      }
    >
      {t("emptyText")}
    </EmptyState>
  );
}

async function StaffHint() {
  const [t, shop] = await Promise.all([getTranslations("account.list"), shopContext()]);
  return (
    <EmptyState
      kind="no-permission"
      title={t("staffTitle")}
      action={
        <Link href={shop.href("/admin")} className={buttonClasses()}>
          {t("staffAction")}
        </Link>
      }
    >
      {t("staffText")}
    </EmptyState>
  );
}
