import { telemetry } from "@smplat/contracts";
import { createTestCore, createTestVisitor, publishedEvents, type TestCore } from "@smplat/testing";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { serveContract } from "../serve-contract.ts";
import { telemetryRoutes } from "./routes.ts";

const contract = { telemetry };
let shop: TestCore;
let app: Hono;

beforeAll(async () => {
  shop = await createTestCore();
  app = new Hono();
  serveContract(app, shop.core, contract, { telemetry: telemetryRoutes(shop.core) });
});
afterEach(() => shop.log.assertNoUnexpectedErrors());
afterAll(() => shop.close());

const event = (changes: object = {}) => ({
  id: crypto.randomUUID(),
  name: "product.viewed",
  recordedAt: new Date().toISOString(),
  metadata: { productId: "prd_1" } as Record<string, string | number>,
  ...changes,
});

test("202 answers event by event, stores each id once, and makes nobody a guest", async () => {
  const visitor = createTestVisitor(app, contract);
  const good = event({ platformSlug: "youtube" });
  const again = { ...good, id: good.id.toUpperCase() };
  const foreign = event({ name: "order.paid" });
  const crowded = event({ metadata: Object.fromEntries(Array.from({ length: 31 }, (_, key) => [`k${key}`, key])) });
  const nul = event({ metadata: { note: "a\u0000b" } });
  const { results } = await visitor.api.telemetry.ingest({ body: { events: [good, again, foreign, crowded, nul] } });
  expect(results.map((result) => result.status)).toEqual(["stored", "duplicate", "refused", "refused", "refused"]);
  const repeated = await visitor.api.telemetry.ingest({ body: { events: [good] } });
  expect(repeated.results).toEqual([{ id: good.id, status: "duplicate" }]);
  expect(visitor.cookies.size).toBe(0);
  expect(await publishedEvents(shop.core, "product.viewed")).toEqual([{ productId: "prd_1" }]);
  expect(await publishedEvents(shop.core, "order.paid")).toEqual([]);
});

test("202 keeps an impossible clock of a browser within a week back and five minutes ahead", async () => {
  const visitor = createTestVisitor(app, contract);
  const events = [event({ recordedAt: "1999-01-01T00:00:00Z" }), event({ recordedAt: "2199-01-01T00:00:00Z" })];
  await visitor.api.telemetry.ingest({ body: { events } });
  const { rows } = await shop.core.database.pool.query<{ days: number }>(
    "select round(extract(epoch from recorded_at - received_at) / 60)::int as days from events where id = any($1) order by 1",
    [events.map(({ id }) => id)],
  );
  expect(rows.map((row) => row.days)).toEqual([-7 * 24 * 60, 5]);
});

test("422 for what is no event at all", async () => {
  const visitor = createTestVisitor(app, contract);
  for (const body of [{}, { events: [] }, { events: [event({ id: "no-uuid" })] }, { events: [event({ extra: 1 })] }]) {
    expect((await visitor.send("POST", "/telemetry", body)).status).toBe(422);
  }
});
