"use client";

import { useCallback } from "react";
import { browserApi } from "#api/browser-client.ts";
import { fingerprint } from "#components/fingerprint.ts";
import { LivePage } from "#components/live-page.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";

const intervalMs = 6000;

interface LiveInspectionProps {
  orderId: string;
  seen: string;
  drawnAtMs: number;
}

export function LiveInspection({ orderId, seen, drawnAtMs }: LiveInspectionProps) {
  const t = useCopy("admin");
  const locale = useLocale();
  const probe = useCallback(async () => {
    const params = { orderId };
    const [inspection, placements] = await Promise.all([
      browserApi.adminProofs.inspect({ params, query: { locale } }),
      browserApi.adminLiveness.inspect({ params }).catch(() => null),
    ]);
    return fingerprint([inspection.lines, placements]);
  }, [orderId, locale]);
  return (
    <LivePage
      subject={`admin-proof:${orderId}`}
      probe={probe}
      seen={seen}
      drawnAtMs={drawnAtMs}
      intervalMs={intervalMs}
      freshLabel={t("live.fresh")}
      staleLabel={t("live.stale")}
    />
  );
}
