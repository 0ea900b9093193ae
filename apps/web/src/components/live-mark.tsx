"use client";

import { Button } from "@smplat/ui/button";
import { StaleMark } from "@smplat/ui/stale-mark";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useNow } from "./use-now.ts";

interface LiveMarkProps {
  /** When what is shown was read, in ms since the epoch. */
  readAtMs: number;
  staleAfterMs: number;
  loading: boolean;
  onRefresh: () => unknown;
}

const ageStepMs = 1000;

/** How old a list of the back office is, and the way to a newer one. Needs the `admin` texts. */
export function LiveMark({ readAtMs, staleAfterMs, loading, onRefresh }: LiveMarkProps) {
  const t = useCopy("admin");
  const locale = useLocale();
  const now = useNow(readAtMs, ageStepMs);
  return (
    <span className="flex items-center gap-2">
      <StaleMark
        at={readAtMs}
        now={Math.max(now, readAtMs)}
        locale={locale}
        timeZone="Europe/Berlin"
        freshLabel={t("live.fresh")}
        staleLabel={t("live.stale")}
        staleAfterMs={staleAfterMs}
      />
      <Button
        variant="secondary"
        size="small"
        onClick={() => onRefresh()}
        loadingLabel={loading ? t("live.refreshing") : undefined}
      >
        {t("live.refresh")}
      </Button>
    </span>
  );
}
