import type { OrderLine } from "@smplat/contracts";
import type { LineState } from "@smplat/contracts/vocabulary";
import { ProgressBar } from "@smplat/ui/progress-bar";
import { StatusPill } from "@smplat/ui/status-pill";
import type { Tone } from "@smplat/ui/tone";
import { getFormatter, getTranslations } from "next-intl/server";

interface LineProgressProps {
  progress: NonNullable<OrderLine["progress"]>;
  state: LineState | null;
}

function toneOf(progress: LineProgressProps["progress"], state: LineState | null): Tone {
  if (state === "fulfilled") return "success";
  if (state === "short" || progress.late) return "warning";
  return "accent";
}

/** What was delivered against what was ordered, and against what the schedule expects by now. */
export async function LineProgress({ progress, state }: LineProgressProps) {
  const [t, format] = await Promise.all([getTranslations("account.progress"), getFormatter()]);
  const { unit, ordered, delivered, expectedByNow, startedAt, dueAt, lastCheckedAt, late } = progress;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const running = state !== "fulfilled" && state !== "short" && state !== "canceled";
  const expected = running ? expectedByNow : null;
  return (
    <div className="grid gap-2">
      <ProgressBar
        label={t("label")}
        value={delivered}
        max={ordered}
        tone={toneOf(progress, state)}
        valueText={t("value", { delivered: format.number(delivered), ordered: format.number(ordered), unit })}
        expected={expected ?? undefined}
        expectedText={expected === null ? undefined : t("expected", { expected: format.number(expected), unit })}
      />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-muted">
        {late && running ? <StatusPill tone="warning">{t("late")}</StatusPill> : null}
        <span>{startedAt === null ? t("notStarted") : t("started", { date: day(startedAt) })}</span>
        {dueAt === null || !running ? null : <span>{t("due", { date: moment(dueAt) })}</span>}
        {lastCheckedAt === null ? null : <span>{t("checked", { date: moment(lastCheckedAt) })}</span>}
      </p>
    </div>
  );
}
