"use client";

import { useCallback } from "react";
import { browserApi } from "#api/browser-client.ts";
import { fingerprint } from "#components/fingerprint.ts";
import { LivePage } from "#components/live-page.tsx";
import { useCopy } from "#i18n/copy.tsx";

const intervalMs = 10_000;

interface LiveProvidersProps {
  /** One supplier; all of them when absent. */
  providerId?: string;
  seen: string;
  drawnAtMs: number;
}

/** Draws the page anew once what it shows has changed. */
export function LiveProviders({ providerId, seen, drawnAtMs }: LiveProvidersProps) {
  const t = useCopy("admin");
  const probe = useCallback(
    async () =>
      providerId === undefined
        ? fingerprint((await browserApi.adminProviders.list({})).items)
        : fingerprint(await browserApi.adminProviders.get({ params: { providerId } })),
    [providerId],
  );
  return (
    <LivePage
      subject={`providers:${providerId ?? "all"}`}
      probe={probe}
      seen={seen}
      drawnAtMs={drawnAtMs}
      intervalMs={intervalMs}
      freshLabel={t("live.fresh")}
      staleLabel={t("live.stale")}
    />
  );
}
