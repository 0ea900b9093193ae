import { createTestDatabase, recordingLogger, type TestDatabase } from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createDatabase, type Database } from "#infrastructure/database";
import { after, type Clock, days, hours } from "#kernel/clock";
import { defineJob, type Job } from "./job.ts";
import { createQueue, type Queue } from "./queue.ts";

const payload = z.object({ what: z.string() });
const work = defineJob({ id: "test.work", lane: "local", payload });
const report = defineJob({ id: "test.report", lane: "local", payload });
const past = new Date("2026-01-05T10:00:00Z");

let target: TestDatabase;
let database: Database;
let queue: Queue;
let now = past;
const clock: Clock = {
  now: () => now,
  wall: () => now,
  wallAt: (business) => business,
  epoch: () => ({ wall: now, business: now, rate: 1 }),
};

beforeAll(async () => {
  target = await createTestDatabase();
  const { logger } = recordingLogger();
  const pool = { connectionString: target.url, poolMax: 2, applicationName: "queue time", statementTimeoutMs: 10_000 };
  database = createDatabase({ ...pool, logger });
  queue = createQueue({ database, clock, logger, supervise: false });
  await queue.start();
});

afterAll(async () => {
  await queue?.stop();
  await database?.close();
  await target?.drop();
});

async function put(job: Job<{ what: string }>, what: string, runAt: Date): Promise<void> {
  await queue.insert(database.tables(), [{ job: job as Job<unknown>, payload: { what }, options: { runAt } }]);
}

async function due(): Promise<string[]> {
  const jobs = await queue.claim("local", 50);
  for (const job of jobs) await queue.complete(database.tables(), job);
  return jobs.map(({ data }) => (data.payload as { what: string }).what).sort();
}

test("jobs keep their places on a clock that is moved by hand, and those it has reached come due when released", async () => {
  queue.time.park();
  await put(work, "in an hour", after(past, hours(1)));
  await put(work, "in three days", after(past, days(3)));
  now = after(past, days(2));
  // Put in later, and due sooner than what was there.
  await put(work, "an hour on", after(now, hours(1)));
  await put(report, "an hour ago", after(now, -hours(1)));
  await queue.time.release([report.id]);
  expect(await due()).toEqual(["in an hour"]);
  await queue.time.release();
  expect(await due()).toEqual(["an hour ago"]);
  now = after(past, days(3));
  await queue.time.release();
  expect(await due()).toEqual(["an hour on", "in three days"]);
});

test("what still waits when the clock runs again waits as long as is left, so many times as fast", async () => {
  await put(work, "in two days", after(now, days(2)));
  await queue.time.resume(1_440);
  now = new Date();
  const { rows } = await database.pool.query<{ left_s: number }>(
    "select extract(epoch from start_after - now())::float8 as left_s from pgboss.job where state = 'created'",
  );
  expect(rows.map((row) => Math.round(row.left_s / 10))).toEqual([12]);
  await put(work, "in a minute", after(now, 60_000));
  expect(await due()).toEqual([]);
});
