import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { askPages } from "./ask-pages.ts";
import type { PageAnswer } from "./page.ts";

const live: PageAnswer = {
  verdict: "live",
  reason: "answers",
  status: 200,
  answeredBy: null,
  latencyMs: 1,
  retryAfterMs: null,
};
const pagesOf = (host: string, count: number) => Array.from({ length: count }, (_, page) => `https://${host}/${page}`);

test("two requests at a time reach a host, eight all hosts together, and every page is asked once", async () => {
  const addresses = Array.from({ length: 6 }, (_, host) => pagesOf(`host${host}.example`, 5)).flat();
  const open = new Map<string, number>();
  const asked: string[] = [];
  let most = 0;
  const answers = await askPages([...addresses, ...addresses], async (address) => {
    const { host } = new URL(address);
    asked.push(address);
    open.set(host, (open.get(host) ?? 0) + 1);
    expect(open.get(host)).toBeLessThanOrEqual(2);
    most = Math.max(
      most,
      [...open.values()].reduce((sum, count) => sum + count, 0),
    );
    await turn();
    open.set(host, (open.get(host) ?? 0) - 1);
    return live;
  });
  expect(asked.toSorted()).toEqual(addresses.toSorted());
  expect(answers.size).toBe(addresses.length);
  expect(most).toBeGreaterThan(2);
  expect(most).toBeLessThanOrEqual(8);
});

test("a host that is silent twice is left alone, and the others are not held up by it", async () => {
  const silent = pagesOf("silent.example", 20);
  const well = pagesOf("well.example", 5);
  const answers = await askPages([...silent, ...well], async (address) => {
    await turn();
    return address.includes("silent") ? { ...live, verdict: "unknown", reason: "timeout", status: null } : live;
  });
  expect(well.every((address) => answers.get(address)?.verdict === "live")).toBe(true);
  const told = silent.filter((address) => answers.has(address));
  expect(told.length).toBeGreaterThanOrEqual(2);
  expect(told.length).toBeLessThanOrEqual(3);
});
