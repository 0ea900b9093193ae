import { useId } from "react";
import { ChartTable } from "../chart/index.ts";
import { classNames } from "../class-names/index.ts";
import type { IntervalChartProps } from "./interval-chart-props.ts";
import { type IntervalGeometry, intervalGeometry, plotWidth } from "./interval-geometry.ts";
import { IntervalGutter } from "./interval-gutter.tsx";
import { IntervalLegend } from "./interval-legend.tsx";
import { IntervalPlot } from "./interval-plot.tsx";
import { intervalTones } from "./interval-tones.ts";

/** Before, since and now: readings over time, the value before, the expected drift, and the interval of the value now. */
export function IntervalChart(chart: IntervalChartProps) {
  const id = useId();
  const geometry = intervalGeometry(chart);
  const value = new Intl.NumberFormat(chart.locale, chart.number);
  const day = new Intl.DateTimeFormat(chart.locale, {
    day: "numeric",
    month: "short",
    timeZone: chart.timeZone ?? "UTC",
  });
  const { startMs, endMs } = geometry;
  return (
    <figure className="grid min-w-0 gap-2">
      <div className="figures grid grid-cols-[auto_minmax(0,1fr)_56px] gap-x-2 text-xs text-ink-muted">
        <AxisFigures chart={chart} geometry={geometry} value={value} />
        <div className="@container relative min-w-0">
          <Gaps geometry={geometry} />
          <IntervalPlot chart={chart} geometry={geometry} titleId={`${id}-title`} descriptionId={`${id}-description`} />
          <MarkWords chart={chart} geometry={geometry} />
        </div>
        <div className="relative">
          <IntervalGutter chart={chart} geometry={geometry} />
          <NowWord chart={chart} geometry={geometry} value={value} />
        </div>
        <div aria-hidden="true" className="col-start-2 flex justify-between gap-4 pt-1">
          <span>{day.format(startMs)}</span>
          <span>{day.format(endMs)}</span>
        </div>
        <span aria-hidden="true" className="pt-1 ps-1 text-center">
          {chart.now?.label}
        </span>
      </div>
      <IntervalLegend chart={chart} gaps={geometry.parts.some(({ kind }) => kind === "gap")} />
      <ReadingsTable chart={chart} value={value} />
    </figure>
  );
}

interface WordsProps {
  chart: IntervalChartProps;
  geometry: IntervalGeometry;
  value: Intl.NumberFormat;
}

const percent = (units: number) => `${(units / plotWidth) * 100}%`;

/** The times nobody looked at, hatched. Drawn in CSS, because a pattern would be stretched with the plot. */
function Gaps({ geometry }: { geometry: IntervalGeometry }) {
  const { parts, x, height } = geometry;
  return parts.map((part) =>
    part.kind === "gap" ? (
      <span
        key={part.fromMs}
        aria-hidden="true"
        className="gap-hatch absolute top-4"
        style={{
          insetInlineStart: percent(x(part.fromMs)),
          width: percent(x(part.toMs) - x(part.fromMs)),
          height: height - 16,
        }}
      />
    ) : null,
  );
}

function AxisFigures({ chart: { baseline }, geometry: { height, y, ticks }, value }: WordsProps) {
  const widest = Math.max(baseline?.value ?? 0, ...ticks);
  return (
    <div aria-hidden="true" className="relative" style={{ height }}>
      {ticks.map((tick) => (
        <span key={tick} className="absolute end-0 -translate-y-1/2" style={{ top: y(tick) }}>
          {value.format(tick)}
        </span>
      ))}
      {baseline ? (
        <span className="absolute end-0 -translate-y-1/2 font-bold text-ink" style={{ top: y(baseline.value) }}>
          {value.format(baseline.value)}
        </span>
      ) : null}
      {/* Gives the column the width of its widest figure. */}
      <span className="invisible font-bold">{value.format(widest)}</span>
    </div>
  );
}

/** Where there is little room the words take turns on two lines. */
function MarkWords({ chart: { marks = [] }, geometry: { x } }: Omit<WordsProps, "value">) {
  return marks.map((mark, index) => {
    const place = x(mark.atMs);
    const late = place > plotWidth / 2;
    const style = late
      ? { insetInlineEnd: percent(plotWidth - place), maxWidth: percent(place) }
      : { insetInlineStart: percent(place), maxWidth: percent(plotWidth - place) };
    return (
      <span
        key={mark.atMs}
        aria-hidden="true"
        className={classNames("absolute top-0 truncate leading-4", index % 2 === 1 && "@max-xs:top-[15px]")}
        style={style}
      >
        {mark.label}
      </span>
    );
  });
}

function NowWord({ chart: { now, tone }, geometry: { y }, value }: WordsProps) {
  if (!now) return null;
  const { low, high } = now.interval ?? { low: now.value, high: now.value };
  return (
    <span
      aria-hidden="true"
      className={`absolute end-0 text-sm leading-5 font-bold whitespace-nowrap ${intervalTones[tone].ink}`}
      style={{ top: tone === "short" ? y(low) + 7 : y(high) - 27 }}
    >
      {value.format(now.value)}
    </span>
  );
}

function ReadingsTable({ chart, value }: { chart: IntervalChartProps; value: Intl.NumberFormat }) {
  const { readings, words, locale, timeZone, title } = chart;
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: timeZone ?? "UTC",
  });
  return (
    <details className="text-xs text-ink-muted">
      <summary className="tap w-fit cursor-pointer rounded-sm py-1 underline-offset-4 hover:text-ink hover:underline">
        {words.showTable}
      </summary>
      <ChartTable
        caption={title}
        columns={[words.time, words.reading]}
        rows={readings.map((reading) => ({
          key: String(reading.atMs),
          cells: [moment.format(reading.atMs), reading.value === null ? words.missing : value.format(reading.value)],
        }))}
      />
    </details>
  );
}
