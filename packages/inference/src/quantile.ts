/**
 * Sample quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). NaN for no
 * values or `p` outside 0..1.
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0 || !(p >= 0 && p <= 1)) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** How much weight lies on a value. */
export interface WeightedValue {
  readonly value: number;
  readonly weight: number;
}

/**
 * Weighted quantile: the smallest value with at least the share `p` of all weight at or below it; the mean of it and
 * the next one where the share is met exactly, so that equal weights give the usual median. Entries without weight
 * don't count. NaN when nothing has weight or `p` lies outside 0..1.
 */
export function weightedQuantile(entries: readonly WeightedValue[], p: number): number {
  const sorted = entries.filter((entry) => entry.weight > 0).toSorted((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, entry) => sum + entry.weight, 0);
  if (!(total > 0) || !(p >= 0 && p <= 1)) return Number.NaN;
  const target = total * p;
  // Sums of decayed weights are not exact: an excess of this size is a tie.
  const tie = total * 1e-12;
  let below = 0;
  for (const [index, entry] of sorted.entries()) {
    below += entry.weight;
    if (Math.abs(below - target) <= tie) return (entry.value + (sorted[index + 1] ?? entry).value) / 2;
    if (below > target) return entry.value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}
