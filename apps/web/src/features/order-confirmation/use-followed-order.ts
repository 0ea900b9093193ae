"use client";

import type { Order } from "@smplat/contracts";
import { useEffect, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { type ConfirmationState, confirmationState } from "./confirmation-state.ts";

/** Pauses between looks, in ms: quick at first, because most payments are confirmed within seconds. */
const pauses = [1000, 1000, 1500, 2000, 2000, 3000, 3000, 5000] as const;
const restMs = 10_000;
const slowAfterLooks = pauses.length;
const givesUpAfterLooks = 120;

const moving = new Set<ConfirmationState>(["checking", "action", "paid"]);

/** The order as the server tells it, looked at again for as long as it is likely to change soon. */
export function useFollowedOrder(initial: Order) {
  const [order, setOrder] = useState(initial);
  const [looks, setLooks] = useState(0);
  const [stale, setStale] = useState(false);
  const state = confirmationState(order);
  const follow = looks < givesUpAfterLooks && (moving.has(state) || order.papers.length === 0) && state !== "failed";

  useEffect(() => {
    if (!follow) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      browserApi.orders
        .get({ params: { orderId: initial.id }, signal: abort.signal })
        .then((next) => {
          setOrder(next);
          setStale(false);
        })
        .catch(() => {
          if (!abort.signal.aborted) setStale(true);
        })
        .finally(() => {
          if (!abort.signal.aborted) setLooks(looks + 1);
        });
    }, pauses[looks] ?? restMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [follow, looks, initial.id]);

  return { order, state, stale, slow: state === "checking" && looks >= slowAfterLooks };
}
