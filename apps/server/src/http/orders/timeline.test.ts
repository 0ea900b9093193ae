import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { lineStates, locales, orderStates } from "@smplat/contracts/vocabulary";
import type { StoredEvent } from "@smplat/core";
import { describe, expect, test } from "vitest";
import { presentTimeline } from "./timeline.ts";

const modules = join(import.meta.dirname, "../../../../../packages/core/src/modules");

/** The names of every event a module publishes that says which order it is about. */
async function namesAboutOrders(): Promise<string[]> {
  const files = readdirSync(modules, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("-events.ts"),
  );
  const published = await Promise.all(
    files.map(async (file) => Object.values(await import(pathToFileURL(join(modules, file)).href))),
  );
  return published.flat().flatMap((definition) => {
    const { name, payload } = definition as { name: string; payload?: { shape?: object } };
    return payload?.shape !== undefined && "orderId" in payload.shape ? [name] : [];
  });
}

const at = new Date("2026-11-22T12:00:00Z");
const happened = (name: string, metadata: Record<string, unknown> = {}): StoredEvent => ({
  ...{ id: "evt_1", name, source: "automation", recordedAt: at, receivedAt: at, correlationId: "c" },
  actor: { kind: "system", id: null },
  guardrail: {
    ...{ platformSlug: null, loyaltyTier: null, experimentSlug: null, experimentVariant: null, guardrailStatus: null },
  },
  metadata,
});

describe.each(locales)("in %s", (locale) => {
  const titleOf = (event: StoredEvent) => presentTimeline([event], "operator", locale).entries[0]?.title;

  test("staff reads everything that can happen to an order in words, never as the name of an event", async () => {
    const names = await namesAboutOrders();
    expect(names.length).toBeGreaterThan(30);
    const moving = { "order.state-changed": { to: "active" }, "order.line-recorded": { to: "ready" } };
    const unworded = names.filter((name) => titleOf(happened(name, moving[name as keyof typeof moving])) === name);
    expect(unworded).toEqual([]);
  });

  test("each state an order or a line moves to has its sentence", () => {
    const titles = [
      ...orderStates.map((to) => titleOf(happened("order.state-changed", { from: null, to }))),
      ...lineStates.map((to) => titleOf(happened("order.line-recorded", { from: null, to }))),
    ];
    expect(titles.filter((title) => title === undefined || title.includes("."))).toEqual([]);
  });

  test("an event nobody wrote words for is shown by its name to staff, and not at all to the buyer", () => {
    expect(titleOf(happened("weather.changed"))).toBe("weather.changed");
    expect(presentTimeline([happened("weather.changed")], "customer", locale).entries).toEqual([]);
  });
});
