import type { InspectedReading, LineInspection } from "@smplat/contracts";
import { DataTable } from "@smplat/ui/data-table";
import { getFormatter, getTranslations } from "next-intl/server";
import { exactnessOf } from "#components/exactness.ts";
import { attestedSource, sourceName } from "#components/source-name.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A reading this close to its time counts as in time. */
const lateFromMs = minuteMs;

/** Every reading that was due, newest first: the raw counts, or why there are none. */
export async function ReadingsTable({ line }: { line: LineInspection }) {
  const [t, format] = await Promise.all([getTranslations("admin-proof"), getFormatter()]);
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "medium" });
  const lateness = (ms: number) =>
    ms < hourMs
      ? format.number(Math.round(ms / minuteMs), { style: "unit", unit: "minute" })
      : format.number(ms / hourMs, { style: "unit", unit: "hour", maximumFractionDigits: 1 });
  const count = (value: number | null | undefined) => (value == null ? "–" : format.number(value));
  return (
    <section className="grid min-w-0 gap-2">
      <h3 className="text-base">{t("readings.title")}</h3>
      <DataTable
        caption={`${t("readings.title")}: ${line.title}`}
        captionHidden
        rows={line.readings.toReversed()}
        rowKey={({ phase, dueAt }) => `${phase} ${dueAt}`}
        empty={<p className="text-ink-muted">{t("readings.empty")}</p>}
        columns={[
          { id: "phase", header: t("readings.phase"), cell: (row) => <Phase reading={row} /> },
          { id: "due", header: t("readings.due"), figures: true, cell: ({ dueAt }) => moment(dueAt) },
          {
            id: "taken",
            header: t("readings.taken"),
            figures: true,
            cell: ({ dueAt, snapshot }) => {
              if (snapshot === null) return "–";
              const lateMs = Date.parse(snapshot.takenAt) - Date.parse(dueAt);
              return (
                <span className="grid">
                  <span>{moment(snapshot.takenAt)}</span>
                  {lateMs < lateFromMs ? null : (
                    <span className="text-xs text-ink-muted">{t("readings.late", { time: lateness(lateMs) })}</span>
                  )}
                </span>
              );
            },
          },
          {
            id: "followers",
            header: t("readings.followers"),
            figures: true,
            cell: ({ snapshot }) => count(snapshot?.followers),
          },
          { id: "posts", header: t("readings.posts"), figures: true, cell: ({ snapshot }) => count(snapshot?.posts) },
          { id: "views", header: t("readings.views"), figures: true, cell: ({ snapshot }) => count(snapshot?.views) },
          { id: "source", header: t("readings.source"), cell: (row) => <Source reading={row} /> },
          {
            id: "latency",
            header: t("readings.latency"),
            figures: true,
            cell: ({ latencyMs }) =>
              latencyMs === null ? "–" : t("readings.milliseconds", { count: format.number(latencyMs) }),
          },
          { id: "tries", header: t("readings.tries"), figures: true, cell: ({ tries }) => format.number(tries) },
          {
            id: "hash",
            header: t("readings.hash"),
            cell: ({ snapshot }) =>
              snapshot === null ? (
                "–"
              ) : (
                <code className="block w-28 truncate font-mono text-xs" title={snapshot.rawHash}>
                  {snapshot.rawHash}
                </code>
              ),
          },
        ]}
      />
    </section>
  );
}

async function Phase({ reading: { phase, missing, askedBy, askedWhy } }: { reading: InspectedReading }) {
  const t = await getTranslations("admin-proof");
  return (
    <span className="grid">
      <span>{t(`phases.${phase}`)}</span>
      {missing === null ? null : (
        <span className="text-xs text-warning-ink">{t("readings.gap", { reason: missing.reason })}</span>
      )}
      {askedWhy === null ? null : (
        <span className="max-w-60 text-xs text-ink-muted wrap-anywhere">
          {t("readings.asked", { who: askedBy ?? t("unknown"), why: askedWhy })}
        </span>
      )}
    </span>
  );
}

async function Source({ reading: { snapshot } }: { reading: InspectedReading }) {
  const [t, format] = await Promise.all([getTranslations("admin-proof"), getFormatter()]);
  if (snapshot === null) return "–";
  const { source, method, precision } = snapshot;
  const kind = exactnessOf(snapshot);
  const exactness =
    kind === "rounded" ? t("readings.step", { step: format.number(precision.step) }) : t(`readings.${kind}`);
  return (
    <span className="grid">
      <span className="whitespace-nowrap">{source === attestedSource ? t("readings.byHand") : sourceName(source)}</span>
      <span className="text-xs text-ink-muted">
        {t(`methods.${method}`)} · {exactness}
      </span>
    </span>
  );
}
