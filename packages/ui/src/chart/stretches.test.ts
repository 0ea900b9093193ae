import { describe, expect, test } from "vitest";
import { linearScale, roundTicks } from "./linear-scale.ts";
import { stretches } from "./stretches.ts";

describe("stretches", () => {
  test("a complete series is one line", () => {
    const readings = [1, 2, 3].map((atMs) => ({ atMs, value: atMs }));
    expect(stretches(readings)).toEqual([{ kind: "line", readings }]);
  });

  test("nothing is drawn through a time nobody looked at", () => {
    const readings = [
      { atMs: 1, value: 5 },
      { atMs: 2, value: null },
      { atMs: 3, value: null },
      { atMs: 4, value: 6 },
    ];
    expect(stretches(readings)).toEqual([
      { kind: "line", readings: [{ atMs: 1, value: 5 }] },
      { kind: "gap", fromMs: 1, toMs: 4 },
      { kind: "line", readings: [{ atMs: 4, value: 6 }] },
    ]);
  });

  test("a gap at either end reaches as far as readings were due", () => {
    expect(
      stretches([
        { atMs: 1, value: null },
        { atMs: 2, value: 6 },
        { atMs: 3, value: null },
      ]),
    ).toEqual([
      { kind: "gap", fromMs: 1, toMs: 2 },
      { kind: "line", readings: [{ atMs: 2, value: 6 }] },
      { kind: "gap", fromMs: 2, toMs: 3 },
    ]);
  });

  test("no readings draw nothing", () => {
    expect(stretches([])).toEqual([]);
  });
});

describe("axes", () => {
  test("a scale puts the ends of its domain on the ends of its range", () => {
    const scale = linearScale([10, 20], [100, 0]);
    expect([scale(10), scale(15), scale(20)]).toEqual([100, 50, 0]);
  });

  test("a domain without width lands in the middle instead of nowhere", () => {
    expect(linearScale([5, 5], [0, 100])(5)).toBe(50);
  });

  test("ticks are round and inside their domain", () => {
    expect(roundTicks(12_130, 13_960)).toEqual([13_000]);
    expect(roundTicks(0, 100)).toEqual([0, 50, 100]);
    expect(roundTicks(0.12, 0.31)).toHaveLength(2);
  });
});
