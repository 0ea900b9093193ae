"use client";

import type { ChannelReading } from "@smplat/contracts";
import { useCallback, useEffect, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useLocale } from "#i18n/copy.tsx";

const pageSize = "60";

/** A channel's history, oldest first; older pages are put in front. */
export function useReadings(accountId: string) {
  const locale = useLocale();
  const [readings, setReadings] = useState<readonly ChannelReading[] | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const load = useCallback(
    async (from: string | null) => {
      setLoading(true);
      try {
        const query = { locale, limit: pageSize, ...(from === null ? {} : { cursor: from }) };
        const page = await browserApi.channels.readings({ params: { accountId }, query });
        const older = page.items.toReversed();
        setReadings((before) => (from === null ? older : [...older, ...(before ?? [])]));
        setCursor(page.nextCursor);
      } catch (error) {
        setProblem(error);
      } finally {
        setLoading(false);
      }
    },
    [accountId, locale],
  );
  useEffect(() => void load(null), [load]);
  return { readings, more: cursor !== null, loading, problem, loadMore: () => load(cursor) };
}
