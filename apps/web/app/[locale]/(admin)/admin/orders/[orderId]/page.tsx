import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderActions } from "#features/admin-order-actions/order-actions.tsx";
import { AdminOrder } from "#features/admin-orders/admin-order.tsx";
import { OrderDecisions } from "#features/admin-providers/order-decisions.tsx";
import { StaffGate } from "#features/admin-shell/staff-gate.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.order");
  return { title: t("back"), robots: { index: false } };
}

export default async function AdminOrderRoute({ params }: { params: Promise<{ orderId: string }> }) {
  const { orderId } = await params;
  return (
    <StaffGate>
      <AdminOrder
        orderId={orderId}
        actions={
          <>
            <OrderActions orderId={orderId} />
            <OrderDecisions orderId={orderId} />
          </>
        }
      />
    </StaffGate>
  );
}
