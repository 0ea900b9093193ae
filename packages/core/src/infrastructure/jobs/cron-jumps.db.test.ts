import { setImmediate } from "node:timers/promises";
import { createTestDatabase, recordingLogger, type TestDatabase } from "@smplat/testing";
import { TestClock } from "pg-boss";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createDatabase, type Database } from "#infrastructure/database";
import { createSystemClock } from "#kernel/clock";
import { defineJob } from "./job.ts";
import { createQueue, type Queue } from "./queue.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** No longer than schedulers are apart from one look to the next. */
const stepMs = 30_000;

const everyMinute = defineJob({ id: "test.minute", lane: "local", payload: z.object({}), cron: "* * * * *" });
const everyHour = defineJob({ id: "test.hour", lane: "local", payload: z.object({}), cron: "17 * * * *" });

/** A scheduler as a process of its own: its connections, and its machine's clock. */
interface Scheduler {
  readonly time: TestClock;
  readonly database: Database;
  readonly queue: Queue;
}

let target: TestDatabase;
let schedulers: Scheduler[] = [];
let databaseNow = 0;
let underWay = 0;

beforeEach(async () => {
  target = await createTestDatabase();
  // Tomorrow at ten past: whatever the tables say of the real present is past.
  databaseNow = (Math.floor(Date.now() / hourMs) + 24) * hourMs + 10 * minuteMs;
  schedulers = Array.from({ length: 3 }, (_, index) => createScheduler(index));
  await sql("create table moved_clock (now timestamptz not null)");
  await sql("insert into moved_clock values (to_timestamp($1))", [databaseNow / 1_000]);
  await sql(`create or replace function pgboss.job_now() returns timestamptz language sql stable
    as 'select now from public.moved_clock'`);
  await Promise.all(schedulers.map(({ queue }) => queue.start()));
  await Promise.all(schedulers.map(({ queue }) => queue.plan([everyMinute, everyHour])));
  await quiet();
});
afterEach(async () => {
  await Promise.all(schedulers.map(({ queue }) => queue.stop()));
  await Promise.all(schedulers.map(({ database }) => database.close()));
  await target.drop();
});

function createScheduler(index: number): Scheduler {
  const { logger } = recordingLogger();
  const database = createDatabase({
    connectionString: target.url,
    poolMax: 3,
    applicationName: `scheduler ${index}`,
    logger,
    statementTimeoutMs: 10_000,
  });
  const time = new TestClock(databaseNow);
  const send: Database["send"] = async (text, values) => {
    underWay += 1;
    return database.send(text, values).finally(() => {
      underWay -= 1;
    });
  };
  const queue = createQueue({
    database: { send },
    clock: createSystemClock(),
    logger,
    supervise: true,
    time: own(time),
  });
  return { time, database, queue };
}

/** The hand-moved clock of a process, which leaves the database's alone. */
const own = (time: TestClock) => ({
  now: () => time.now(),
  setTimeout: (work: () => void, ms: number) => time.setTimeout(work, ms),
  clearTimeout: (handle: unknown) => time.clearTimeout(handle),
  setInterval: (work: () => void, ms: number) => time.setInterval(work, ms),
  clearInterval: (handle: unknown) => time.clearInterval(handle),
});

async function sql(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const result = await schedulers[0]?.database.pool.query<Record<string, unknown>>(text, values);
  return result?.rows ?? [];
}

/** Nothing is asked of the database any more, and nobody is about to. */
async function quiet(): Promise<void> {
  for (let still = 0; still < 5; still += 1) {
    await setImmediate();
    if (underWay > 0) still = -1;
  }
}

async function setDatabaseClock(ms: number): Promise<void> {
  databaseNow = ms;
  await sql("update moved_clock set now = to_timestamp($1)", [ms / 1_000]);
}

/** Time passes everywhere alike. */
async function pass(minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes * minuteMs; passed += stepMs) {
    await setDatabaseClock(databaseNow + stepMs);
    await Promise.all(schedulers.map(({ time }) => time.tick(stepMs)));
    await quiet();
  }
}

/** All clocks leap at once. */
async function leap(ms: number): Promise<void> {
  await setDatabaseClock(databaseNow + ms);
  for (const { time } of schedulers) await time.setTime(time.now() + ms);
}

/** Jobs made so far, by the minute whose tick they stand for. */
async function ticksOf(job: { readonly id: string }): Promise<Map<string, number>> {
  const rows = await sql(
    `select data ->> 'slot' as tick, count(*)::int as times from pgboss.job
     where name = '__pgboss__send-it' and data ->> 'key' = $1 group by 1 order by 1`,
    [job.id],
  );
  return new Map(rows.map(({ tick, times }) => [String(tick), Number(times)]));
}

async function jobsMade(job: { readonly id: string }): Promise<number> {
  const [row] = await sql("select count(*)::int as made from pgboss.job where name = 'local' and data ->> 'job' = $1", [
    job.id,
  ]);
  return Number(row?.made);
}

const forwarded = `select count(*)::int as times from pgboss.job
  where name = '__pgboss__send-it' and data ->> 'key' = $1 and state = 'completed'`;

/** Each tick was told once, and what was forwarded made one job. */
async function expectOnceEach(): Promise<void> {
  for (const job of [everyMinute, everyHour]) {
    const ticks = await ticksOf(job);
    expect(
      [...ticks].filter(([, times]) => times !== 1),
      `${job.id}: ticks that were not told once`,
    ).toEqual([]);
    const [row] = await sql(forwarded, [job.id]);
    expect(ticks.size - Number(row?.times), `${job.id}: ticks on their way`).toBeLessThanOrEqual(1);
    expect(await jobsMade(job), `${job.id}: jobs made`).toBe(row?.times);
  }
}

const tickAt = (ms: number): string =>
  new Date(Math.floor(ms / minuteMs) * minuteMs).toISOString().replace("T", " ").slice(0, 19);
const ticksBetween = (from: number, minutes: number): string[] =>
  Array.from({ length: minutes }, (_, index) => tickAt(from + (index + 1) * minuteMs));

test("three schedulers make each minute's and each hour's tick once", async () => {
  const begun = databaseNow;
  await pass(12);
  expect([...(await ticksOf(everyMinute)).keys()]).toEqual(expect.arrayContaining(ticksBetween(begun, 11)));
  expect([...(await ticksOf(everyHour)).keys()]).toEqual([tickAt(begun + 7 * minuteMs)]);
  await expectOnceEach();
});

test("the clock leaps an hour ahead: ticks in between come to one job, the latest, and then it goes on", async () => {
  await pass(3);
  const [before, made] = [databaseNow, await jobsMade(everyMinute)];
  await leap(hourMs);
  const leapt = databaseNow;
  await pass(3);
  const minutes = [...(await ticksOf(everyMinute)).keys()];
  const slept = minutes.filter((tick) => tick > tickAt(before + minuteMs) && tick < tickAt(leapt - minuteMs));
  expect(slept, "at most the latest of those in between").toHaveLength(0);
  expect((await jobsMade(everyMinute)) - made).toBeLessThanOrEqual(3 + 2);
  expect(minutes).toEqual(expect.arrayContaining(ticksBetween(leapt, 2)));
  expect([...(await ticksOf(everyHour)).keys()]).toEqual([tickAt(before + 4 * minuteMs)]);
  await expectOnceEach();
});

test("the clock is set back an hour: no tick is made again, and the next one is the first it had not reached", async () => {
  await pass(10);
  const [reached, minutes, hours] = [databaseNow, await jobsMade(everyMinute), await jobsMade(everyHour)];
  await leap(-hourMs);
  await pass(4);
  await leap(50 * minuteMs);
  await pass(5);
  expect([await jobsMade(everyMinute), await jobsMade(everyHour)]).toEqual([minutes, hours]);
  await pass(6);
  expect([...(await ticksOf(everyMinute)).keys()]).toEqual(expect.arrayContaining(ticksBetween(reached, 3)));
  await expectOnceEach();
}, 60_000);

test.each([1, -1])(
  "one scheduler's own clock jumps by %i h: no tick is made twice, and each minute of the database's clock has its own again",
  async (direction) => {
    await pass(5);
    const [astray] = schedulers;
    await astray?.time.setTime(astray.time.now() + direction * hourMs);
    await pass(12);
    const found = databaseNow;
    await pass(4);
    expect([...(await ticksOf(everyMinute)).keys()]).toEqual(expect.arrayContaining(ticksBetween(found, 3)));
    await expectOnceEach();
    await leap(hourMs - 17 * minuteMs);
    await pass(12);
    await expectOnceEach();
  },
  60_000,
);
