"use client";

import type { Channel, ChannelReading } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Disclosure } from "@smplat/ui/disclosure";
import { IntervalChart } from "@smplat/ui/interval-chart";
import { useState } from "react";
import { channelName } from "#components/channel-name.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useReadings } from "./use-readings.ts";

const gapsShown = 5;
const zone = "Europe/Berlin";

/** The channel's numbers over time, loaded when somebody wants to see them; what is missing says why. */
export function ChannelHistory({ channel }: { channel: Channel }) {
  const t = useCopy("channels");
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure
      summary={t("history.title")}
      className="border-t border-b-0"
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      {opened ? <Readings channel={channel} /> : null}
    </Disclosure>
  );
}

function Readings({ channel }: { channel: Channel }) {
  const t = useCopy("channels");
  const { readings, more, loading, problem, loadMore } = useReadings(channel.id);
  if (problem !== null) return <ProblemNotice error={problem} />;
  if (readings === null) return <p role="status">{t("history.loading")}</p>;
  if (readings.length === 0) return <p>{t("history.none")}</p>;
  return (
    <div className="grid gap-3">
      <Chart channel={channel} readings={readings} />
      <Gaps readings={readings} />
      {more ? (
        <Button
          variant="secondary"
          size="small"
          className="justify-self-start"
          onClick={loadMore}
          loadingLabel={loading ? t("history.loading") : undefined}
        >
          {t("history.more")}
        </Button>
      ) : null}
    </div>
  );
}

function Chart({ channel, readings }: { channel: Channel; readings: readonly ChannelReading[] }) {
  const t = useCopy("channels");
  const locale = useLocale();
  const day = (instant: string | undefined) =>
    instant === undefined ? "" : new Date(instant).toLocaleDateString(locale, { dateStyle: "medium", timeZone: zone });
  const words = { count: readings.length, from: day(readings[0]?.takenAt), to: day(readings.at(-1)?.takenAt) };
  return (
    <IntervalChart
      title={t("history.chart", { channel: channelName(channel.handle) })}
      description={t("history.description", words)}
      tone="inconclusive"
      locale={locale}
      timeZone={zone}
      height={168}
      readings={readings.map(({ takenAt, followers }) => ({ atMs: Date.parse(takenAt), value: followers }))}
      words={{
        reading: t("history.reading"),
        missing: t("history.missing"),
        time: t("history.time"),
        showTable: t("history.table"),
      }}
    />
  );
}

function Gaps({ readings }: { readings: readonly ChannelReading[] }) {
  const t = useCopy("channels");
  const locale = useLocale();
  const gaps = readings.filter((reading) => reading.failure !== null).slice(-gapsShown);
  if (gaps.length === 0) return null;
  const at = (instant: string) =>
    new Date(instant).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  return (
    <div className="grid gap-1 text-sm">
      <p className="font-semibold text-ink">{t("history.gaps")}</p>
      <ul className="grid list-disc gap-1 ps-5">
        {gaps.map(({ takenAt, failure }) => (
          <li key={takenAt}>{t("history.gap", { date: at(takenAt), reason: failure?.title ?? "" })}</li>
        ))}
      </ul>
    </div>
  );
}
