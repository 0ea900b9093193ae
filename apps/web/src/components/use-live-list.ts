"use client";

import { useState } from "react";
import useSWR from "swr";

interface LiveListOptions<T> {
  /** Names the list and its filters. */
  key: readonly unknown[];
  read: () => Promise<T>;
  /** What the server drew, and when. */
  initial: T;
  drawnAtMs: number;
  intervalMs: number;
}

/** A list that starts with what the server drew and keeps itself up to date while somebody looks. */
export function useLiveList<T>({ key, read, initial, drawnAtMs, intervalMs }: LiveListOptions<T>) {
  const [readAtMs, setReadAt] = useState(drawnAtMs);
  const { data, error, isValidating, mutate } = useSWR<T, unknown>([...key, drawnAtMs], read, {
    fallbackData: initial,
    refreshInterval: intervalMs,
    // A shop on this very machine answers without any network; only asking tells.
    refreshWhenOffline: true,
    revalidateOnMount: false,
    keepPreviousData: false,
    onSuccess: () => setReadAt(Date.now()),
  });
  return {
    data: data ?? initial,
    error: error ?? null,
    loading: isValidating,
    readAtMs: Math.max(readAtMs, drawnAtMs),
    refresh: () => mutate(),
  };
}
