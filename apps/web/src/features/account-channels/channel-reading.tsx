"use client";

import type { Channel } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { StaleMark } from "@smplat/ui/stale-mark";
import { exactnessOf } from "#components/exactness.ts";
import { sourceName } from "#components/source-name.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";

const staleAfterMs = 7 * 86_400_000;

/** The newest reading with how exact and how old it is, or why there is none. */
export function ChannelReading({ channel, asOf }: { channel: Channel; asOf: string | null }) {
  const t = useCopy("channels");
  const locale = useLocale();
  const { snapshot, failure, status, ownership } = channel;
  const number = new Intl.NumberFormat(locale);
  const attested = snapshot !== null && exactnessOf(snapshot) === "asSeen";
  return (
    <div className="grid gap-3">
      {snapshot === null ? (
        <p className="text-sm text-ink-muted">
          {status === "not_measured"
            ? t(ownership.methods.includes("oauth") ? "reading.notMeasured" : "reading.notMeasuredOpen")
            : t("reading.none")}
        </p>
      ) : (
        <div className="grid gap-1">
          <p className="figures">
            <strong className="text-lg">
              {snapshot.followers === null
                ? t("reading.unknown")
                : t("reading.followers", { count: number.format(snapshot.followers) })}
            </strong>
            {snapshot.followers === null ? null : (
              <span className="text-sm text-ink-muted">
                {" "}
                ({t(`reading.${exactnessOf(snapshot)}`, { step: number.format(snapshot.precision.step) })})
              </span>
            )}
            {snapshot.posts === null ? null : (
              <span className="text-sm text-ink-muted">
                {" "}
                · {t("reading.posts", { count: number.format(snapshot.posts) })}
              </span>
            )}
          </p>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-muted">
            <StaleMark
              at={snapshot.takenAt}
              now={Math.max(Date.parse(asOf ?? snapshot.takenAt), Date.parse(snapshot.takenAt))}
              locale={locale}
              timeZone="Europe/Berlin"
              freshLabel={t(attested ? "reading.seen" : "reading.at")}
              staleLabel={t(attested ? "reading.seenStale" : "reading.stale")}
              staleAfterMs={staleAfterMs}
            />
            <span>
              {t(attested ? "reading.attested" : "reading.source", {
                source: sourceName(snapshot.source),
              })}
            </span>
          </div>
        </div>
      )}
      {failure === null ? null : <Notice tone="warning" title={failure.title} remedy={failure.remedy} />}
    </div>
  );
}
