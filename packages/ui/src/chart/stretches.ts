/** One reading; a value of null says that it was due and could not be taken. */
export interface Reading {
  /** Milliseconds since the epoch. */
  atMs: number;
  value: number | null;
}

/** Readings that follow each other without a gap, or the gap between two of them. */
export type Stretch =
  | { kind: "line"; readings: readonly { atMs: number; value: number }[] }
  | { kind: "gap"; fromMs: number; toMs: number };

/**
 * Cuts a series where readings are missing. A gap reaches from the last reading before it to the first after it, so that
 * nothing is ever drawn through a time nobody looked at.
 */
export function stretches(readings: readonly Reading[]): Stretch[] {
  const result: Stretch[] = [];
  let line: { atMs: number; value: number }[] = [];
  let gapFromMs: number | undefined;
  const closeLine = () => {
    if (line.length > 0) result.push({ kind: "line", readings: line });
    line = [];
  };
  for (const { atMs, value } of readings) {
    if (value === null) {
      gapFromMs ??= line.at(-1)?.atMs ?? atMs;
      closeLine();
      continue;
    }
    if (gapFromMs !== undefined) result.push({ kind: "gap", fromMs: gapFromMs, toMs: atMs });
    gapFromMs = undefined;
    line.push({ atMs, value });
  }
  closeLine();
  const lastMs = readings.at(-1)?.atMs;
  if (gapFromMs !== undefined && lastMs !== undefined) result.push({ kind: "gap", fromMs: gapFromMs, toMs: lastMs });
  return result;
}
