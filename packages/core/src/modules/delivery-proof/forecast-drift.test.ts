import { expect, test } from "vitest";
import { forecastDrift } from "./forecast-drift.ts";

const model = {
  ...{ increments: 7, historyDays: 7, meanPerDay: 12, sdPerDay: 2.160246899469287, horizonDays: 7 },
  ...{ quantile: 2.4469118511449786, forecastSd: 8.082903768654761, stepBefore: 0, stepAfter: 0, driftError: 0 },
};
const baseline = { takenAt: new Date("2026-10-01T08:00:00Z"), followers: 1_084 };

test("starts at the baseline and widens to the reference interval around usual growth", () => {
  const points = forecastDrift(model, baseline);
  expect(points[0]).toEqual({ at: baseline.takenAt, expected: 1_084, low: 1_084, high: 1_084 });
  expect(points.at(-1)).toEqual({
    at: new Date("2026-10-08T08:00:00Z"),
    expected: 1_168,
    low: Math.round(1_168 - 19.778153),
    high: Math.round(1_168 + 19.778153),
  });
});

test("an observed change is outside the band exactly when its interval leaves out zero", () => {
  const rounded = { ...model, stepBefore: 10, stepAfter: 20, driftError: 5 };
  const end = forecastDrift(rounded, baseline).at(-1);
  const half = 19.778153;
  // low = lift − half − stepBefore − driftError > 0 is observed > expected + half + stepBefore + driftError.
  expect(end?.high).toBe(Math.round(1_168 + half + 10 + 5));
  expect(end?.low).toBe(Math.round(1_168 - half - 20 - 5));
});
