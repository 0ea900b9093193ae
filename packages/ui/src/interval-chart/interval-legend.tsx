import type { ReactNode } from "react";
import type { IntervalChartProps } from "./interval-chart-props.ts";
import { intervalTones } from "./interval-tones.ts";

/** What each mark stands for; only the marks that are drawn. */
export function IntervalLegend({ chart, gaps }: { chart: IntervalChartProps; gaps: boolean }) {
  const { baseline, expected, forecast, period, now, words, tone } = chart;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
      <Key sign={<span className="size-2 rounded-full bg-accent" />}>{words.reading}</Key>
      {baseline ? <Key sign={<span className="w-4 border-t-2 border-chart-baseline" />}>{baseline.label}</Key> : null}
      {baseline?.step && baseline.stepLabel ? (
        <Key sign={<span className="h-3 w-4 rounded-sm bg-chart-baseline/15" />}>{baseline.stepLabel}</Key>
      ) : null}
      {expected ? (
        <Key sign={<span className="w-4 border-t-2 border-dashed border-chart-expected" />}>{expected.label}</Key>
      ) : null}
      {forecast ? (
        <Key sign={<span className="h-3 w-4 rounded-sm bg-chart-expected/20" />}>{forecast.label}</Key>
      ) : null}
      {period ? (
        <Key sign={<span className="h-3 w-4 border-t-2 border-accent/50 bg-accent/10" />}>{period.label}</Key>
      ) : null}
      {now?.interval ? <Key sign={<IntervalSign edge={intervalTones[tone].edge} />}>{now.interval.label}</Key> : null}
      {gaps ? <Key sign={<span className="gap-hatch h-3 w-4 rounded-sm" />}>{words.missing}</Key> : null}
    </ul>
  );
}

function IntervalSign({ edge }: { edge: string }) {
  return (
    <span className={`flex h-3.5 w-2.5 justify-center border-y-2 ${edge}`}>
      <span className={`border-s-2 ${edge}`} />
    </span>
  );
}

function Key({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden="true" className="flex w-4 items-center justify-center">
        {sign}
      </span>
      {children}
    </li>
  );
}
