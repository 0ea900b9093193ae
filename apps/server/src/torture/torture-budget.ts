import { inject } from "vitest";

/** How long a torture test goes on, and from which seed. */
export interface TortureBudget {
  readonly seed: number;
  readonly milliseconds: number;
}

declare module "vitest" {
  interface ProvidedContext {
    /** Absent in the tests; `npm run torture` provides it. */
    torture?: { readonly seed: number; readonly minutes: number };
  }
}

/**
 * The time of one of `shares` equal parts of a long run, or a slice of the ordinary tests.
 * @param sliceMs what the test takes when nobody asked for more
 */
export function tortureBudget(sliceMs: number, shares: number): TortureBudget {
  const asked = inject("torture");
  return asked === undefined
    ? { seed: 20_261_122, milliseconds: sliceMs }
    : { seed: asked.seed, milliseconds: (asked.minutes * 60_000) / shares };
}
