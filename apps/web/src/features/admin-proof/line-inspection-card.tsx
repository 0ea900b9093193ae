import type { LineInspection } from "@smplat/contracts";
import { Badge } from "@smplat/ui/badge";
import { Card } from "@smplat/ui/card";
import { DefinitionList } from "@smplat/ui/definition-list";
import { StatusPill } from "@smplat/ui/status-pill";
import { getFormatter, getTranslations } from "next-intl/server";
import { channelName } from "#components/channel-name.ts";
import { countReadings } from "#components/proof-card/count-readings.ts";
import { IntervalWorking } from "./interval-working.tsx";
import { PlannedReadings } from "./planned-readings.tsx";
import { ReadingsTable } from "./readings-table.tsx";
import { RequestReading } from "./request-reading.tsx";

const readable = new Set<LineInspection["state"]>(["delivering", "completed"]);

/** One line of an order: its facts, its readings, what is to come, and the arithmetic. */
export async function LineInspectionCard({ orderId, line }: { orderId: string; line: LineInspection }) {
  const [t, labels, platforms] = await Promise.all([
    getTranslations("admin-proof"),
    getTranslations("proof.labels"),
    getTranslations("shell.platforms"),
  ]);
  const channel =
    line.channel === null
      ? t("noChannel")
      : `${platforms(line.channel.platform)} · ${channelName(line.channel.handle)}`;
  return (
    <Card as="article" className="grid min-w-0 gap-5">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 gap-0.5">
          <p className="text-xs text-ink-muted wrap-anywhere">
            {line.measured || line.channel === null ? channel : `${channel} · ${t("notMeasured")}`}
          </p>
          <h2 className="text-lg">{line.title}</h2>
          <p className="flex flex-wrap gap-2">
            <StatusPill tone="info">{t(`states.${line.state}`)}</StatusPill>
            <StatusPill tone="neutral">{labels(line.label)}</StatusPill>
            {line.weakBaseline ? <Badge>{t("weak")}</Badge> : null}
            {line.attested ? <Badge tone="warning">{t("attested")}</Badge> : null}
          </p>
        </div>
        {line.measured && readable.has(line.state) ? <RequestReading orderId={orderId} lineId={line.lineId} /> : null}
      </header>
      <LineFacts line={line} />
      <ReadingsTable line={line} />
      <PlannedReadings line={line} />
      <IntervalWorking line={line} />
    </Card>
  );
}

async function LineFacts({ line }: { line: LineInspection }) {
  const [t, card, format] = await Promise.all([
    getTranslations("admin-proof"),
    getTranslations("proof.facts"),
    getFormatter(),
  ]);
  const readings = line.readings.map(({ snapshot }) => ({ followers: snapshot?.followers ?? null }));
  const { taken, used } = countReadings(readings, line.change);
  const moment = (at: string | null) =>
    at === null ? t("unknown") : format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const { baseline, baselineMissing, baselineStrength } = line;
  const before =
    baseline === null
      ? t("facts.baselineMissing", { reason: baselineMissing ?? t("unknown") })
      : baseline.followers === null
        ? t("unknown")
        : format.number(baseline.followers);
  const strength =
    baselineStrength === null
      ? t("unknown")
      : t("facts.strengthValue", {
          readings: baselineStrength.readings,
          hours: format.number(baselineStrength.spanHours),
        });
  return (
    <DefinitionList
      items={[
        { term: t("facts.baseline"), value: <span className="figures">{before}</span> },
        { term: t("facts.strength"), value: strength },
        { term: t("facts.deadline"), value: moment(line.deadlineAt) },
        { term: t("facts.started"), value: moment(line.startedAt) },
        { term: t("facts.due"), value: moment(line.dueAt) },
        { term: t("facts.completed"), value: moment(line.completedAt) },
        { term: card("readings"), value: <span className="figures">{format.number(taken)}</span> },
        { term: card("rests"), value: used === null ? t("unknown") : card("restsOn", { ...used }) },
        { term: t("facts.finding"), value: line.explanation },
      ]}
    />
  );
}
