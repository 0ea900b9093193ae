"use client";

import type { OrderState } from "@smplat/contracts/vocabulary";
import { useCallback } from "react";
import { browserApi } from "#api/browser-client.ts";
import { LivePage } from "#components/live-page.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { orderFingerprint } from "./order-fingerprint.ts";

interface LiveOrderProps {
  orderId: string;
  state: OrderState;
  seen: string;
  drawnAtMs: number;
}

const moving: ReadonlySet<OrderState> = new Set(["awaiting_payment", "processing", "active", "refilling"]);
const ended: ReadonlySet<OrderState> = new Set(["canceled", "refunded"]);
const movingIntervalMs = 4000;
const restingIntervalMs = 30_000;

/** Keeps the page of an order up to date: every few seconds while something moves, seldom while it rests. */
export function LiveOrder({ orderId, state, seen, drawnAtMs }: LiveOrderProps) {
  const t = useCopy("account");
  const probe = useCallback(async () => {
    const params = { orderId };
    const [order, proof, refills, placements, support] = await Promise.all([
      browserApi.orders.get({ params }),
      browserApi.orders.deliveryProof({ params }).catch(() => null),
      browserApi.refills.list({ params }).catch(() => null),
      browserApi.liveness.list({ params }).catch(() => null),
      browserApi.support.get({ params }).catch(() => null),
    ]);
    return orderFingerprint({ order, proof, refills, placements, support });
  }, [orderId]);
  if (ended.has(state)) return <p className="text-xs text-ink-muted">{t("live.ended")}</p>;
  return (
    <LivePage
      subject={`order:${orderId}`}
      probe={probe}
      seen={seen}
      drawnAtMs={drawnAtMs}
      intervalMs={moving.has(state) ? movingIntervalMs : restingIntervalMs}
      freshLabel={t("live.fresh")}
      staleLabel={t("live.stale")}
    />
  );
}
