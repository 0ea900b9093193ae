import { expect, test } from "vitest";
import { countReadings } from "./count-readings.ts";

const nine = Array.from({ length: 9 }, (_, index) => ({ followers: 1_000 + index }));

test("nine readings taken and a change made of the first and the last are two numbers, not one", () => {
  expect(countReadings(nine, { sampleSize: 2 })).toEqual({ taken: 9, used: { count: 2, earlier: 0 } });
});

test("readings from the channel's time before the order are counted apart", () => {
  expect(countReadings(nine, { sampleSize: 14 })).toEqual({ taken: 9, used: { count: 14, earlier: 12 } });
});

test("a reading that could not be taken counts as none", () => {
  expect(countReadings([...nine, { followers: null }], null)).toEqual({ taken: 9, used: null });
});
