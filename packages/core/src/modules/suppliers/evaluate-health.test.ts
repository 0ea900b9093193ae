import { expect, test } from "vitest";
import { type Health, type HealthSign, healthy, takeSign } from "./evaluate-health.ts";

const after = (signs: readonly HealthSign[], from: Health = healthy): Health => signs.reduce(takeSign, from);
const times = (count: number, sign: HealthSign): HealthSign[] => Array.from({ length: count }, () => sign);

test("three submits not taken in a row are an incident, and one that is taken ends it", () => {
  const refused = { isSubmitTaken: false };
  expect(after([...times(2, refused), { isSubmitTaken: true }, ...times(2, refused)]).openIncidents).toEqual([]);
  const failing = after(times(3, refused));
  expect(failing.openIncidents).toEqual(["submits-failing"]);
  expect(takeSign(failing, { isLate: false }).openIncidents).toEqual(["submits-failing"]);
  expect(takeSign(failing, { isSubmitTaken: true }).openIncidents).toEqual([]);
});

test("lateness is a habit only after ten deliveries, and stays one until most are in time again", () => {
  expect(after(times(9, { isLate: true })).openIncidents).toEqual([]);
  const habit = after(times(10, { isLate: true }));
  expect(habit.openIncidents).toEqual(["often-late"]);
  expect(after(times(5, { isLate: false }), habit).openIncidents).toEqual(["often-late"]);
  expect(after(times(20, { isLate: false }), habit).openIncidents).toEqual([]);
  expect(after(times(200, { isLate: false })).lateShare).toBe(0);
});

test("credit that lasts less than two days is low until it lasts three", () => {
  const low = takeSign(healthy, { isAnswering: true, hoursToEmpty: 40 });
  expect(low.openIncidents).toEqual(["credit-low"]);
  expect(takeSign(low, { hoursToEmpty: 60 }).openIncidents).toEqual(["credit-low"]);
  expect(takeSign(low, { hoursToEmpty: 80 }).openIncidents).toEqual([]);
  expect(takeSign(healthy, { hoursToEmpty: null }).openIncidents).toEqual([]);
});

test("who does not answer is said to until they do", () => {
  const silent = takeSign(healthy, { isAnswering: false });
  expect(silent.openIncidents).toEqual(["not-answering"]);
  expect(takeSign(silent, { isSubmitTaken: true }).openIncidents).toEqual(["not-answering"]);
  expect(takeSign(silent, { isAnswering: true }).openIncidents).toEqual([]);
});
