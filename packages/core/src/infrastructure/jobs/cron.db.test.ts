import { setTimeout as delay } from "node:timers/promises";
import { createTestDatabase, recordingLogger, type TestDatabase } from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDatabase, type Database } from "#infrastructure/database";
import { createSystemClock } from "#kernel/clock";
import { createQueue, type Queue } from "./queue.ts";

const schedulers = 3;
const jobId = "test.every-minute";
const rounds = 4;
const minuteMs = 60_000;

let target: TestDatabase;
let databases: Database[] = [];
let queues: Queue[] = [];

beforeAll(async () => {
  target = await createTestDatabase();
  databases = Array.from({ length: schedulers }, (_, index) =>
    createDatabase({
      connectionString: target.url,
      poolMax: 4,
      applicationName: `scheduler ${index}`,
      logger: recordingLogger().logger,
      statementTimeoutMs: 10_000,
    }),
  );
});

/** Every scheduler ends and comes back, as after a deployment: each looks for ticks as soon as it is there. */
async function restartAll(): Promise<void> {
  await Promise.all(queues.map((queue) => queue.stop()));
  queues = databases.map((database) =>
    createQueue({ database, clock: createSystemClock(), logger: recordingLogger().logger, supervise: true }),
  );
  await Promise.all(queues.map((queue) => queue.start()));
}
afterAll(async () => {
  for (const queue of queues) await queue.stop();
  for (const database of databases) await database.close();
  await target.drop();
});

/** The plan is there before any scheduler is. */
async function planAhead(schedule: object): Promise<void> {
  const [database] = databases;
  if (database === undefined) return;
  const planner = createQueue({
    database,
    clock: createSystemClock(),
    logger: recordingLogger().logger,
    supervise: false,
  });
  await planner.start();
  await planner.boss.schedule("local", "* * * * *", schedule, { tz: "UTC", key: jobId });
  await planner.stop();
}

async function ticks(): Promise<{ made: number; waiting: number }> {
  const [database] = databases;
  const result = await database?.pool.query<{ made: number; waiting: number }>(
    `select count(*) filter (where data ->> 'job' = $1 and name = 'local')::int as made,
       count(*) filter (where name like '\\_\\_pgboss%' and state in ('created', 'retry', 'active'))::int as waiting
     from pgboss.job`,
    [jobId],
  );
  return result?.rows[0] ?? { made: 0, waiting: 0 };
}

test("three schedulers, started together and again and again: a tick makes one job", async () => {
  const begun = Date.now();
  const schedule = { job: jobId, payload: {}, correlationId: jobId };
  await planAhead(schedule);
  const deadline = performance.now() + 90_000;
  for (let round = 0; round < rounds; round += 1) {
    // Else only the first round would look: it takes turns of half a minute.
    await databases[0]?.pool.query("update pgboss.version set cron_on = null");
    await restartAll();
    while ((await ticks()).made === 0 || (await ticks()).waiting > 0) {
      if (performance.now() > deadline) throw new Error("No scheduler made the job");
      await delay(100);
    }
  }
  const minutes = Math.floor(Date.now() / minuteMs) - Math.floor(begun / minuteMs) + 1;
  const { made } = await ticks();
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThanOrEqual(minutes);
}, 120_000);
