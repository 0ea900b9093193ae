import { useId } from "react";
import { linearScale, stretches } from "../chart/index.ts";
import { classNames } from "../class-names/index.ts";

export interface SparklineProps {
  /** What is drawn and what it says: there is no axis to read it from. */
  label: string;
  /** At even distances; null is a gap. */
  values: readonly (number | null)[];
  /** In px. */
  height?: number;
  className?: string | undefined;
}

/** The shape of a series, small enough for a line of text or a cell. */
export function Sparkline({ label, values, height = 32, className }: SparklineProps) {
  const id = useId();
  const taken = values.filter((value) => value !== null);
  const x = linearScale([0, Math.max(1, values.length - 1)], [0, 100]);
  const y = linearScale([Math.min(...taken), Math.max(...taken)], [height - 4, 4]);
  const parts = stretches(values.map((value, index) => ({ atMs: index, value })));
  const last = parts.findLast((part) => part.kind === "line")?.readings.at(-1);
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      fill="none"
      className={classNames("block w-full overflow-visible [&_path]:[vector-effect:non-scaling-stroke]", className)}
      style={{ height }}
    >
      <title id={id}>{label}</title>
      {parts.map((part) =>
        part.kind === "gap" ? (
          <path
            key={part.fromMs}
            d={`M${x(part.fromMs)} ${height - 1}H${x(part.toMs)}`}
            className="stroke-line-strong"
            strokeDasharray="1 3"
          />
        ) : (
          <path
            key={part.readings[0]?.atMs}
            d={`M${part.readings.map(({ atMs, value }) => `${x(atMs)} ${y(value)}`).join("L")}h0.01`}
            className="stroke-accent"
            strokeWidth={1.75}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        ),
      )}
      {last ? (
        <path
          d={`M${x(last.atMs)} ${y(last.value)}h0.01`}
          className="stroke-accent"
          strokeWidth={6}
          strokeLinecap="round"
        />
      ) : null}
    </svg>
  );
}
