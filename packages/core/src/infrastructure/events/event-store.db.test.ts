import { createTestCore, type TestCore } from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { defineEvent } from "./event.ts";
import type { FeedPlace, StoredEvent } from "./event-store.ts";

let shop: TestCore;
beforeAll(async () => {
  shop = await createTestCore();
});
afterAll(() => shop.close());

const noted = defineEvent("test.noted", z.object({ n: z.int() }));

test("a rolled-back transaction leaves neither event nor job; a committed one leaves both", async () => {
  const { core } = shop;
  const failing = core.database.transaction(async (tx) => {
    tx.publish(noted, { n: -1 });
    throw new Error("not today");
  });
  await expect(failing).rejects.toThrow("not today");
  await core.database.transaction(async (tx) => tx.publish(noted, { n: 0 }));
  const rows = await core.database.pool.query("select metadata from events where name = 'test.noted'");
  expect(rows.rows).toEqual([{ metadata: { n: 0 } }]);
});

test("a reader of the feed misses nothing, though transactions commit in another order than they began", async () => {
  const { core } = shop;
  const seen: unknown[] = [];
  let place: FeedPlace | null = null;
  const read = async () => {
    const page = await core.events.readAfter(core.database, place, 2);
    place = page.next;
    seen.push(
      ...page.events.filter((event) => event.name === "test.noted").map((event) => (event.metadata as { n: number }).n),
    );
    return page.events.length;
  };
  const gates = Array.from({ length: 12 }, () => Promise.withResolvers<void>());
  const writers = gates.map(({ promise }, n) =>
    core.database.transaction(async (tx) => {
      tx.publish(noted, { n: n + 1 });
      await tx.tables<{ orders: { id: string } }>().selectFrom("orders").select("id").limit(1).execute();
      await promise;
    }),
  );
  const order = gates.map((_, index) => index).sort((a, b) => ((a * 5) % 12) - ((b * 5) % 12));
  for (const index of order) {
    gates[index]?.resolve();
    await writers[index];
    await read();
  }
  while ((await read()) > 0);
  expect([...seen].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 13 }, (_, n) => n));
  expect(new Set(seen).size).toBe(seen.length);
});

test("the same event brought twice is kept once", async () => {
  const { core } = shop;
  const guardrail: StoredEvent["guardrail"] = {
    platformSlug: null,
    loyaltyTier: null,
    experimentSlug: null,
    experimentVariant: null,
    guardrailStatus: null,
  };
  const at = core.clock.now();
  const event: StoredEvent = {
    ...{ id: "evt_twice", name: "test.twice", source: "automation", recordedAt: at, receivedAt: at },
    ...{ correlationId: "c", actor: { kind: "system", id: null }, guardrail, metadata: {} },
  };
  const connection = core.database.tables<unknown>();
  expect((await core.events.append(connection, [event])).size).toBe(1);
  expect((await core.events.append(connection, [event])).size).toBe(0);
});
