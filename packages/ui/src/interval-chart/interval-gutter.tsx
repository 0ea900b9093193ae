import { useId } from "react";
import type { IntervalChartProps } from "./interval-chart-props.ts";
import type { IntervalGeometry } from "./interval-geometry.ts";
import { intervalTones } from "./interval-tones.ts";

const width = 56;
const center = 30;
const cap = 9;

/** The column at the end: the value now with its interval, held against what was before and what was expected. */
export function IntervalGutter({ chart, geometry }: { chart: IntervalChartProps; geometry: IntervalGeometry }) {
  const { y, height } = geometry;
  const { now, baseline, expected, tone } = chart;
  const hatch = useId();
  const look = intervalTones[tone];
  const span = now?.interval ? { top: y(now.interval.high), bottom: y(now.interval.low) } : undefined;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} width={width} height={height} fill="none">
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" className={look.stroke} strokeWidth="2.5" strokeOpacity="0.35" />
      </pattern>
      {span ? (
        <rect
          x={center - 18}
          y={span.top}
          width={36}
          height={Math.max(2, span.bottom - span.top)}
          rx={3}
          className={tone === "inconclusive" ? undefined : look.fill}
          fillOpacity={tone === "inconclusive" ? undefined : 0.16}
          fill={tone === "inconclusive" ? `url(#${hatch})` : undefined}
        />
      ) : null}
      {baseline ? (
        <path d={`M0 ${y(baseline.value)}H${width}`} className="stroke-chart-baseline" strokeWidth={1.5} />
      ) : null}
      {expected ? (
        <path
          d={`M0 ${y(expected.end)}H${width}`}
          className="stroke-chart-expected"
          strokeWidth={1.5}
          strokeDasharray="5 4"
        />
      ) : null}
      {span ? (
        <path
          d={`M${center} ${span.top}V${span.bottom}M${center - cap} ${span.top}h${cap * 2}M${center - cap} ${span.bottom}h${cap * 2}`}
          className={look.stroke}
          strokeWidth={2}
          strokeLinecap="round"
        />
      ) : null}
      {now ? (
        <circle cx={center} cy={y(now.value)} r={5.5} className={`${look.fill} stroke-surface`} strokeWidth={2} />
      ) : null}
    </svg>
  );
}
