import { expect, test } from "vitest";
import { createRequestBudget } from "./request-budget.ts";

function handClock() {
  let now = 0;
  return { now: () => now, move: (ms: number) => (now += ms) };
}

test("the capacity can be spent at once and no more", async () => {
  const clock = handClock();
  const budget = createRequestBudget({ capacity: 3, perSecond: 1 }, clock.now);
  for (const _ of [1, 2, 3]) expect(await budget.take(0, 0)).toBe(true);
  expect(await budget.take(0, 0)).toBe(false);
  expect(budget.waitMs()).toBeCloseTo(1_000, 6);
});

test("it refills with time, up to the capacity", async () => {
  const clock = handClock();
  const budget = createRequestBudget({ capacity: 2, perSecond: 4 }, clock.now);
  for (const _ of [1, 2]) await budget.take(0, 0);
  clock.move(250);
  expect(await budget.take(0, 0)).toBe(true);
  expect(await budget.take(0, 0)).toBe(false);
  clock.move(60_000);
  for (const _ of [1, 2]) expect(await budget.take(0, 0)).toBe(true);
  expect(await budget.take(0, 0)).toBe(false);
});

test("who would have to wait longer than they are willing to is told at once", async () => {
  const budget = createRequestBudget({ capacity: 1, perSecond: 0.01 }, handClock().now);
  await budget.take(0, 0);
  expect(await budget.take(0, 5_000)).toBe(false);
});

test("a pause stops everything until it is over", async () => {
  const clock = handClock();
  const budget = createRequestBudget({ capacity: 5, perSecond: 5 }, clock.now);
  budget.pause(10_000);
  expect(await budget.take(0, 9_000)).toBe(false);
  clock.move(10_000);
  expect(await budget.take(0, 0)).toBe(true);
});

test("the more urgent goes first, the earlier among equals", async () => {
  // Time passes only once all of them wait, and again for each.
  const clock = handClock();
  const budget = createRequestBudget({ capacity: 1, perSecond: 200 }, clock.now);
  await budget.take(0, 0);
  const served: string[] = [];
  const wait = async (name: string, rank: number) => {
    await budget.take(rank, 60_000);
    served.push(name);
    clock.move(10);
  };
  const waits = [wait("after", 3), wait("first delivery", 2), wait("second delivery", 2), wait("person", 0)];
  clock.move(10);
  await Promise.all(waits);
  expect(served).toEqual(["person", "first delivery", "second delivery", "after"]);
});

test("what the platform says is left is never exceeded, however much we thought we had", async () => {
  const clock = handClock();
  const budget = createRequestBudget({ capacity: 100, perSecond: 0.01 }, clock.now);
  budget.learn(2, 60_000);
  expect(budget.left()).toBe(2);
  expect(await budget.take(0, 0)).toBe(true);
  expect(await budget.take(0, 0)).toBe(true);
  expect(await budget.take(0, 0)).toBe(false);
  budget.learn(90, 60_000);
  expect(budget.left()).toBe(0);
});

test("nothing left means nothing until the platform's reset", async () => {
  const clock = handClock();
  const budget = createRequestBudget({ capacity: 10, perSecond: 10 }, clock.now);
  budget.learn(0, 30_000);
  expect(await budget.take(0, 29_000)).toBe(false);
  clock.move(30_100);
  expect(await budget.take(0, 0)).toBe(true);
});
