import type { Reading } from "../chart/index.ts";
import type { ForecastPoint, IntervalChartProps } from "./interval-chart-props.ts";
import { type IntervalGeometry, plotWidth } from "./interval-geometry.ts";

interface IntervalPlotProps {
  chart: IntervalChartProps;
  geometry: IntervalGeometry;
  titleId: string;
  descriptionId: string;
}

/** Above this many readings the dots would melt into a band: the line alone is clearer. */
const dotsUpTo = 45;

/** The readings over time. Stretched in width, so every stroke is told not to stretch with it. */
export function IntervalPlot({ chart, geometry, titleId, descriptionId }: IntervalPlotProps) {
  const { x, y, height, ticks } = geometry;
  const { baseline, expected, forecast, marks = [] } = chart;
  const rule = (value: number) => `M0 ${y(value)}H${plotWidth}`;
  return (
    <svg
      role="img"
      aria-labelledby={`${titleId} ${descriptionId}`}
      viewBox={`0 0 ${plotWidth} ${height}`}
      preserveAspectRatio="none"
      className="relative block w-full overflow-visible [&_path]:[vector-effect:non-scaling-stroke]"
      style={{ height }}
      fill="none"
    >
      <title id={titleId}>{chart.title}</title>
      <desc id={descriptionId}>{chart.description}</desc>
      <Period chart={chart} geometry={geometry} />
      {ticks.map((tick) => (
        <path key={tick} d={rule(tick)} className="stroke-chart-grid" />
      ))}
      {marks.map((mark) => (
        <path
          key={mark.atMs}
          d={`M${x(mark.atMs)} 16V${height}`}
          className="stroke-line-strong"
          strokeDasharray="1 3"
        />
      ))}
      {baseline?.step ? (
        <path
          d={`${rule(baseline.value)}V${y(baseline.value + baseline.step)}H0Z`}
          className="fill-chart-baseline"
          fillOpacity={0.14}
        />
      ) : null}
      {forecast ? <Forecast points={forecast.points} geometry={geometry} /> : null}
      {baseline ? <path d={rule(baseline.value)} className="stroke-chart-baseline" strokeWidth={1.5} /> : null}
      {expected && !forecast ? (
        <path
          d={`M0 ${y(expected.start)}L${plotWidth} ${y(expected.end)}`}
          className="stroke-chart-expected"
          strokeWidth={1.5}
          strokeDasharray="5 4"
        />
      ) : null}
      <ReadingMarks geometry={geometry} readings={chart.readings} />
    </svg>
  );
}

function Period({
  chart: { period },
  geometry: { x, height, endMs },
}: Omit<IntervalPlotProps, "titleId" | "descriptionId">) {
  if (!period) return null;
  const [from, to] = [x(period.startMs), x(period.endMs ?? endMs)];
  return (
    <>
      <path d={`M${from} 16H${to}V${height}H${from}Z`} className="fill-accent" fillOpacity={0.07} />
      <path d={`M${from} 16H${to}`} className="stroke-accent" strokeOpacity={0.5} strokeWidth={2} />
    </>
  );
}

/** The band opens from the baseline on: the further from it, the less is known. */
function Forecast({ points, geometry: { x, y } }: { points: readonly ForecastPoint[]; geometry: IntervalGeometry }) {
  const place = (value: (point: ForecastPoint) => number) => (point: ForecastPoint) =>
    `${x(point.atMs)} ${y(value(point))}`;
  const edge = [...points.map(place(({ high }) => high)), ...points.toReversed().map(place(({ low }) => low))];
  return (
    <>
      <path d={`M${edge.join("L")}Z`} className="fill-chart-expected" fillOpacity={0.16} />
      <path
        d={`M${points.map(place(({ expected }) => expected)).join("L")}`}
        className="stroke-chart-expected"
        strokeWidth={1.5}
        strokeDasharray="5 4"
      />
    </>
  );
}

function ReadingMarks({ geometry, readings }: { geometry: IntervalGeometry; readings: readonly Reading[] }) {
  const { x, y, parts } = geometry;
  const taken = readings.flatMap(({ atMs, value }) => (value === null ? [] : [{ atMs, value }]));
  return (
    <>
      {parts.map((part) =>
        part.kind === "gap" ? null : (
          <path
            key={part.readings[0]?.atMs}
            d={`M${part.readings.map(({ atMs, value }) => `${x(atMs)} ${y(value)}`).join("L")}`}
            className="stroke-accent"
            strokeWidth={2}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        ),
      )}
      {taken.length > dotsUpTo
        ? null
        : taken.map(({ atMs, value }) => (
            // A line of no length with a round end is the one dot that stays round when the width is stretched.
            <g key={atMs} strokeLinecap="round">
              <path d={`M${x(atMs)} ${y(value)}h0.01`} className="stroke-surface" strokeWidth={9} />
              <path d={`M${x(atMs)} ${y(value)}h0.01`} className="stroke-accent" strokeWidth={6} />
            </g>
          ))}
    </>
  );
}
