"use client";

import type { LineActions } from "@smplat/contracts";
import { ProgressBar } from "@smplat/ui/progress-bar";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { LineButtons } from "./line-buttons.tsx";

interface LineActionListProps {
  orderId: string;
  lines: readonly LineActions[];
}

/** Each line: how far it is against its plan, and what can be done for it. */
export function LineActionList({ orderId, lines }: LineActionListProps) {
  return (
    <ul className="grid gap-2">
      {lines.map((line) => (
        <li key={line.lineId} className="grid gap-2 rounded-md border border-line bg-surface p-(--card-padding)">
          <LinePlan line={line} />
          <LineButtons orderId={orderId} line={line} />
        </li>
      ))}
    </ul>
  );
}

function LinePlan({ line }: { line: LineActions }) {
  const t = useCopy("support-admin");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const { ordered, delivered, unit, pacing, state } = line;
  const running = state === "accepted" || state === "delivering";
  return (
    <div className="grid gap-1">
      <ProgressBar
        label={line.title[locale]}
        value={delivered}
        max={ordered}
        tone={state === "fulfilled" ? "success" : line.lateSince === null && state !== "short" ? "accent" : "warning"}
        valueText={t("actions.progress", {
          delivered: number.format(delivered),
          ordered: number.format(ordered),
          unit: unit[locale],
        })}
        expected={running ? pacing?.scheduledUnits : undefined}
        expectedText={
          pacing === null
            ? t("actions.planNone")
            : running
              ? t("actions.scheduled", {
                  units: number.format(pacing.scheduledUnits),
                  perDay: number.format(pacing.unitsPerDay),
                })
              : undefined
        }
      />
      <LineFacts line={line} />
    </div>
  );
}

function LineFacts({ line: { lateSince, expectedAt, excludedProviders, submitNotBefore } }: { line: LineActions }) {
  const t = useCopy("support-admin");
  const moment = new Intl.DateTimeFormat(useLocale(), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  const at = (instant: string) => moment.format(new Date(instant));
  const facts = [
    lateSince === null
      ? null
      : `${t("actions.late", { date: at(lateSince) })} · ${
          expectedAt === null ? t("actions.expectedUnknown") : t("actions.expected", { date: at(expectedAt) })
        }`,
    excludedProviders === 0 ? null : t("actions.excluded", { count: excludedProviders }),
    submitNotBefore === null ? null : t("actions.putOff", { date: at(submitNotBefore) }),
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? null : <p className="text-xs text-warning-ink">{facts.join(" · ")}</p>;
}
