"use client";

import { StaleMark } from "@smplat/ui/stale-mark";
import { useRouter } from "next/navigation";
import { startTransition, useCallback, useEffect, useState } from "react";
import useSWR from "swr";
import { useLocale } from "#i18n/copy.tsx";
import { useNow } from "./use-now.ts";

interface LivePageProps {
  /** Names what is watched. */
  subject: string;
  /** Reads it anew and returns its fingerprint. */
  probe: () => Promise<string>;
  /** The fingerprint of what the server drew. */
  seen: string;
  /** When the server drew it, in ms since the epoch. */
  drawnAtMs: number;
  intervalMs: number;
  freshLabel: string;
  staleLabel: string;
}

/** Asked this often while nobody looks at the page. */
const hiddenIntervalMs = 60_000;
const ageStepMs = 1000;
/** Some missed answers in a row, rather than one, make a page out of date. */
const staleAfterIntervals = 3;
const leastStaleMs = 20_000;

/**
 * Watches what a server-drawn page shows and draws the page anew once it changed. Says how old the page is; a lost
 * connection leaves the page standing and says so.
 */
export function LivePage(props: LivePageProps) {
  const { subject, probe, seen, drawnAtMs, intervalMs, freshLabel, staleLabel } = props;
  const router = useRouter();
  const locale = useLocale();
  const [lookedAtMs, setLookedAt] = useState(drawnAtMs);
  const now = useNow(drawnAtMs, ageStepMs);
  // A failed look is an answer too: after an error the library would not ask again by itself.
  const look = useCallback(() => probe().catch(() => null), [probe]);
  // The same function at every drawing: another one starts the wait anew, and the page is drawn each second.
  const pause = useCallback(() => (document.hidden ? hiddenIntervalMs : intervalMs), [intervalMs]);
  const { data } = useSWR(subject, look, {
    refreshInterval: pause,
    refreshWhenHidden: true,
    // A shop on this very machine answers without any network; only asking tells.
    refreshWhenOffline: true,
    revalidateOnMount: false,
    onSuccess: (answer) => answer !== null && setLookedAt(Date.now()),
  });
  useEffect(() => {
    if (data !== undefined && data !== null && data !== seen) startTransition(() => router.refresh());
  }, [data, seen, router]);
  const at = Math.max(lookedAtMs, drawnAtMs);
  return (
    <StaleMark
      at={at}
      now={Math.max(now, at)}
      locale={locale}
      timeZone="Europe/Berlin"
      freshLabel={freshLabel}
      staleLabel={staleLabel}
      staleAfterMs={Math.max(leastStaleMs, intervalMs * staleAfterIntervals)}
    />
  );
}
