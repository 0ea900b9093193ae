import { createTestCore, type TestCore } from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { EventDefinition } from "#infrastructure/events";
import { defineEvent, subscribe } from "#infrastructure/events";
import { createOutbox } from "./outbox.ts";

let shop: TestCore;
beforeAll(async () => {
  shop = await createTestCore();
});
afterAll(() => shop.close());

const moved = defineEvent("test.moved", z.object({ to: z.string() }));

test("an event of which nothing follows for a subscriber makes no job of it", async () => {
  const { core } = shop;
  const nothing = async () => undefined;
  const outbox = createOutbox({
    queue: core.queue,
    events: core.events,
    clock: core.clock,
    subscriptions: [
      subscribe(moved, "test.follow-all", nothing),
      subscribe(moved, "test.follow-home", nothing, ({ to }) => to === "home"),
    ],
    onCommitted: () => undefined,
  });
  const events = ["home", "work"].map((to) => ({
    definition: moved as EventDefinition<unknown>,
    payload: { to },
    options: {},
  }));
  await core.database.transaction((tx) => outbox.flush(tx.tables(), events, []));
  const { rows } = await core.database.pool.query<{ made: string }>(
    `select (data ->> 'job') || ' ' || (data -> 'payload' -> 'payload' ->> 'to') as made from pgboss.job
     where data ->> 'job' like 'test.follow%' order by made`,
  );
  expect(rows.map(({ made }) => made)).toEqual([
    "test.follow-all home",
    "test.follow-all work",
    "test.follow-home home",
  ]);
});
