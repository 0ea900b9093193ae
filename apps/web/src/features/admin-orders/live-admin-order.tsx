"use client";

import { useCallback } from "react";
import { browserApi } from "#api/browser-client.ts";
import { fingerprint } from "#components/fingerprint.ts";
import { LivePage } from "#components/live-page.tsx";
import { useCopy } from "#i18n/copy.tsx";

const intervalMs = 8000;

interface LiveAdminOrderProps {
  orderId: string;
  seen: string;
  drawnAtMs: number;
}

export function LiveAdminOrder({ orderId, seen, drawnAtMs }: LiveAdminOrderProps) {
  const t = useCopy("admin");
  const probe = useCallback(
    async () => fingerprint(await browserApi.adminOrders.get({ params: { orderId } })),
    [orderId],
  );
  return (
    <LivePage
      subject={`admin-order:${orderId}`}
      probe={probe}
      seen={seen}
      drawnAtMs={drawnAtMs}
      intervalMs={intervalMs}
      freshLabel={t("live.fresh")}
      staleLabel={t("live.stale")}
    />
  );
}
