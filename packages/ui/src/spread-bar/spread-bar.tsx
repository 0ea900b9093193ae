export interface SpreadBarProps {
  low: number;
  median: number;
  high: number;
  min?: number;
  max: number;
  /** A value worth a line, e.g. what counts as whole. */
  mark?: number | undefined;
}

/**
 * The middle half of many values as a band and the median as a stroke on it. Says nothing by itself: its numbers stand
 * beside it in words.
 */
export function SpreadBar({ low, median, high, min = 0, max, mark }: SpreadBarProps) {
  const place = (value: number) =>
    `${max > min ? Math.min(100, Math.max(0, ((value - min) / (max - min)) * 100)) : 0}%`;
  return (
    <div aria-hidden="true" className="relative h-3">
      <div className="absolute inset-x-0 top-1 h-1 bg-neutral-soft" />
      <div
        className="absolute top-0.5 h-2 min-w-0.5 rounded-sm bg-accent/35"
        style={{ insetInlineStart: place(low), insetInlineEnd: `calc(100% - ${place(high)})` }}
      />
      {mark === undefined ? null : (
        <span className="absolute inset-y-0 w-px bg-line-strong" style={{ insetInlineStart: place(mark) }} />
      )}
      <span
        className="absolute inset-y-0 w-0.5 -translate-x-1/2 bg-accent"
        style={{ insetInlineStart: place(median) }}
      />
    </div>
  );
}
