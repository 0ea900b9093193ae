import type { HistorySize } from "./plan-history.ts";

/** How much past the demo can be given. */
export const historySizes: Readonly<Record<"full" | "small", HistorySize>> = {
  full: { days: 100, buyers: 20, linesOfPopular: 21, linesOfOther: 1, ordersOfFate: 2, running: 4 },
  /** A dozen orders that have been through everything, in a few seconds: for tests. */
  small: { days: 50, buyers: 4, linesOfPopular: 1, linesOfOther: 0, ordersOfFate: 1, running: 1 },
};
