import { expect, test } from "vitest";
import { betaQuantile } from "./beta-quantile.ts";
import { logGamma } from "./gamma.ts";
import { betaCdf } from "./incomplete-beta.ts";
import { normalCdf, normalQuantile } from "./normal.ts";
import { studentTCdf, studentTQuantile } from "./student-t.ts";

const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

test("log-gamma is that of factorials and of one half", () => {
  let factorial = 0;
  for (let n = 1; n < 150; n += 1) {
    expect(Math.abs(logGamma(n) - factorial)).toBeLessThan(1e-13 * Math.max(1, factorial));
    factorial += Math.log(n);
  }
  expect(logGamma(0.5)).toBeCloseTo(0.5723649429247001, 14);
  expect(logGamma(1e-10)).toBeCloseTo(23.0258509298827, 12);
  expect(logGamma(-1)).toBeNaN();
});

test("the normal distribution matches tables, also far out", () => {
  for (const [z, p] of [
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.959963984540054, 0.975],
    [-2.5, 0.006209665325776132],
    [-3, 0.0013498980316300933],
    [-5, 2.866515718791939e-7],
    [-10, 7.61985302416047e-24],
    [-20, 2.7536241186062337e-89],
  ] as const) {
    expect(relative(normalCdf(z), p)).toBeLessThan(1e-12);
    if (z !== 0) expect(relative(normalQuantile(p), z)).toBeLessThan(1e-11);
  }
  expect(normalQuantile(0.5)).toBeCloseTo(0, 14);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(normalQuantile(1.1)).toBeNaN();
});

test("Student's t matches tables", () => {
  for (const [p, df, t] of [
    [0.975, 6, 2.4469118511449786],
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749464],
    [0.95, 10, 1.8124611228116756],
    [0.995, 30, 2.749995653567231],
    [0.975, 1000, 1.9623390808264143],
  ] as const) {
    expect(relative(studentTQuantile(p, df), t)).toBeLessThan(1e-9);
    expect(studentTQuantile(1 - p, df)).toBeCloseTo(-t, 8);
    expect(studentTCdf(t, df)).toBeCloseTo(p, 12);
  }
  expect(studentTQuantile(0.5, 4)).toBe(0);
});

test("the beta distribution matches reference numbers", () => {
  expect(betaCdf(0.9, 9, 3)).toBeCloseTo(0.9104381491500001, 12);
  expect(betaCdf(0.9, 1, 11)).toBeCloseTo(0.99999999999, 12);
  expect(relative(betaCdf(0.9, 951, 51), 5.6743218993878e-9)).toBeLessThan(1e-9);
  expect(betaCdf(0.9, 46, 6)).toBeCloseTo(0.5976305476347552, 12);
  expect(betaQuantile(0.05, 9, 3)).toBeCloseTo(0.5299132007208238, 11);
  expect(betaQuantile(0.05, 1, 11)).toBeCloseTo(0.0046521717321972985, 13);
  expect(betaQuantile(0.05, 951, 51)).toBeCloseTo(0.9371989709616704, 11);
  expect(betaQuantile(0.05, 46, 6)).toBeCloseTo(0.8048489590881646, 11);
});

test("a quantile undoes its distribution over the whole range", () => {
  for (const p of [1e-8, 0.001, 0.1, 0.3, 0.5, 0.77, 0.99, 0.999999]) {
    expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 13);
    for (const df of [1, 3, 17, 250]) expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 10);
    for (const [a, b] of [
      [0.5, 0.5],
      [0.5, 40],
      [3, 2],
      [900, 30],
    ] as const) {
      expect(betaCdf(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
    }
  }
});
