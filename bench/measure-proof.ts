import { type Core, createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import type { BenchPostgres } from "./bench-database.ts";
import { benchEnvironment } from "./bench-environment.ts";
import { printNote, printTable, rounded } from "./table.ts";

const lines = 100_000;
const product = "prd_00000000000000000000000000";
const reads = 2_000;
const oldReadings = 400_000;

/** Numbers of a product with many delivered lines, and handing out the readings of many lines that are due at once. */
export async function measureProof(postgres: BenchPostgres): Promise<void> {
  const database = await postgres.createDatabase("proof");
  const core = await createCore({ ...loadConfig(benchEnvironment(database.url)), services: [], logLevel: "warn" });
  try {
    await insertDelivered(core);
    const answers = await timed(reads, () => core.deliveryProof.metricsFor(core.database, product));
    const queued = await queuedPerLine(core);
    const first = await drain(core, lines);
    await insertHistory(core);
    const later = await drain(core, lines / 5);
    printTable(`Proof (${lines.toLocaleString("en")} lines)`, columns, [
      row(`numbers of a product with ${lines.toLocaleString("en")} delivered lines`, answers),
      row("one tick: hand out 200 of all that are due", first.ticks),
      row(`the same with ${oldReadings.toLocaleString("en")} old readings and jobs beside`, later.ticks),
      row("for comparison: one fetch while each line waits as a queue job", queued),
    ]);
    printNote(
      `All ${lines.toLocaleString("en")} were handed out in ${first.ticks.length} ticks, 200 in memory at a time; the heap ` +
        `was never more than ${rounded(Math.max(first.heapMb, later.heapMb))} MB above its start, garbage included.`,
    );
  } finally {
    await core.close();
    await database.drop();
  }
}

const columns = ["what", "times", "p50 ms", "p95 ms", "p99 ms"];

function row(what: string, ms: readonly number[]): (string | number)[] {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0, 2);
  return [what, ms.length, at(0.5), at(0.95), at(0.99)];
}

async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const ms: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const started = performance.now();
    await work();
    ms.push(performance.now() - started);
  }
  return ms;
}

/** Delivered lines, with the sums and the shown numbers the shop would have kept of them. */
async function insertDelivered(core: Core): Promise<void> {
  const { pool } = core.database;
  await pool.query(
    `insert into proof_lines (line_id, order_id, product_id, deliverable_kind, state, ordered_units, delivered_units,
       deadline_at, baseline_missing, started_at, due_at, completed_at, on_time, label, finding, counted, updated_at)
     select 'done_' || n, 'order_' || n, $1, 'placement', 'completed', 100, 90 + n % 20, now(), 'no_channel', now(),
       now(), now() - make_interval(mins => n), n % 10 <> 0, 'inconclusive', 'not_measured', '{}', now()
     from generate_series(1, $2) n`,
    [product, lines],
  );
  await pool.query(
    `insert into proof_histogram (product_id, measure, value, lines, weight)
     select $1, 'fulfillment', delivered_units, count(*), count(*) from proof_lines group by delivered_units`,
    [product],
  );
  const shown = { fulfillmentPercent: { median: 99, low: 94, high: 104 }, lift: null, onTimePercent: 90 };
  await pool.query(
    `insert into proof_aggregates (product_id, lines, weight, on_time_weight, attributed, consistent_with, inconclusive,
       contradicts, not_yet_known, computed_at, shown) values ($1, $2::int, $2::int, $2::int * 0.9, 0, 0, $2::int, 0, 0, now(), $3)`,
    [product, lines, JSON.stringify(shown)],
  );
}

/** Makes so many lines due, then runs the shop's own job until nothing is left; what it hands out counts as taken. */
async function drain(core: Core, count: number): Promise<{ ticks: number[]; heapMb: number }> {
  const { pool } = core.database;
  await pool.query(
    `insert into proof_due (line_id, phase, step, due_at, next_at, interval_ms)
     select 'done_' || n, 'after', 1, now() - make_interval(secs => n % 900), now() - make_interval(secs => n % 900), 900000
     from generate_series(1, $1) n`,
    [count],
  );
  await pool.query("vacuum analyze proof_due");
  const handler = core.handlers.find(({ job }) => job.id === "delivery-proof.hand-out-readings");
  if (handler?.kind !== "local") throw new Error("Readings are handed out by a local job");
  const run = { jobId: "bench", attempt: 0, isLast: false };
  const ticks: number[] = [];
  const heapBefore = process.memoryUsage().heapUsed;
  let heapMost = heapBefore;
  for (;;) {
    const started = performance.now();
    await core.database.transaction((tx) => handler.run(tx, {}, run));
    ticks.push(performance.now() - started);
    heapMost = Math.max(heapMost, process.memoryUsage().heapUsed);
    const { rowCount } = await pool.query("delete from proof_due where handed_at is not null");
    await pool.query("update pgboss.job set state = 'completed', completed_on = now() where state = 'created'");
    if (rowCount === 0) return { ticks: ticks.slice(0, -1), heapMb: (heapMost - heapBefore) / 1_000_000 };
  }
}

/** What years leave behind: readings taken, and jobs done that the queue still keeps. */
async function insertHistory(core: Core): Promise<void> {
  await core.database.pool.query(
    `insert into proof_readings (line_id, phase, due_at, missing)
     select 'done_' || 1 + n % $2, 'during', now() - make_interval(mins => n), 'private' from generate_series(1, $1) n`,
    [oldReadings, lines],
  );
}

/** What one fetch of a worker costs when each tracked line waits in the queue as a job of its own, none due yet. */
async function queuedPerLine(core: Core): Promise<number[]> {
  const { pool } = core.database;
  await pool.query(
    `insert into pgboss.job (id, name, data, start_after, created_on)
     select gen_random_uuid(), 'sources', '{}', now() + interval '1 day', now() - make_interval(secs => n)
     from generate_series(1, $1) n`,
    [lines],
  );
  await pool.query("vacuum analyze pgboss.job");
  const ms = await timed(50, () => core.queue.claim("sources", 6));
  await pool.query("delete from pgboss.job where name = 'sources'");
  return ms;
}
