import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { verify } from "@smplat/core/verify";
import pg from "pg";
import type { BenchDatabase, BenchPostgres } from "./bench-database.ts";
import type { BuyersResult, BuyersTask } from "./buyers.ts";
import { startProgram } from "./child-program.ts";
import { readCpuTimes } from "./cpu-times.ts";
import { fillCatalog, type RunningShop, startShop } from "./running-shop.ts";
import { printNote, printTable, rounded } from "./table.ts";

export interface OrderOptions {
  readonly seconds: number;
  /** Where to write processor profiles of the shop; null: none. */
  readonly profileDirectory: string | null;
}

interface Measured extends BuyersResult {
  readonly buyers: number;
  readonly perSecond: number;
  /** Until the last webhook was applied, beyond the buyers' own time. */
  readonly drainMs: number;
  /** Share of one core each process used, in percent. */
  readonly cpu: Readonly<Record<string, number>>;
}

/** Orders, quotes and adds per second, at one buyer and at eight, with the whole world on this machine. */
export async function measureOrders(postgres: BenchPostgres, options: OrderOptions): Promise<void> {
  const database = await postgres.createDatabase("orders");
  const products = (await fillCatalog(database, 60)).map(({ id }) => id);
  const flags = options.profileDirectory === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${options.profileDirectory}`];
  const shop = await startShop(database, flags);
  const ms = options.seconds * 1_000;
  try {
    await load(database, shop, { doing: "order", buyers: 8, ms: 4_000, products });
    await caughtUp(database);
    const rows: (string | number)[][] = [];
    const left: string[] = [];
    for (const doing of ["quote", "add", "order"] as const) {
      for (const buyers of [1, 8]) {
        const result = await load(database, shop, {
          doing,
          buyers,
          ms: doing === "order" ? ms : Math.min(ms, 5_000),
          products,
        });
        rows.push(rowOf(doing, result));
        const { jobs, ms: tookMs } = await caughtUp(database);
        if (doing === "order")
          left.push(`${jobs} jobs of ${result.done} orders at ${buyers}, done ${rounded(tookMs / 1_000)} s after`);
      }
    }
    printTable("Buying (per second)", columns, rows);
    printNote("order = quote → cart → line → total → checkout, paid, and the processor's signed webhook applied.");
    printNote(
      "Measured the same way: Vendure 3.7.3 makes 7, Medusa 2.21.2 makes 1.3, a bare four-call transaction 454.",
    );
    printNote(`Papers, mail and deliveries waited while people bought: ${left.join("; ")}.`);
    printNote("cpu = share of one core; the machine's cores are shared by all. RATE_LIMITS=0, fsync on.");
  } finally {
    await shop.stop();
  }
  await reportStatements(database, products);
  await reportInvariants(database);
  await database.drop();
}

const columns = [
  "what",
  "buyers",
  "per second",
  "p50 ms",
  "p99 ms",
  "shop cpu %",
  "postgres cpu %",
  "outside cpu %",
  "load cpu %",
  "others cpu %",
];

const rowOf = (doing: string, result: Measured): (string | number)[] => [
  doing,
  result.buyers,
  rounded(result.perSecond, 1),
  rounded(result.p50Ms, 1),
  rounded(result.p99Ms, 1),
  ...["shop", "postgres", "outside", "load", "others"].map((name) => rounded(result.cpu[name] ?? 0)),
];

interface Load {
  readonly doing: BuyersTask["doing"];
  readonly buyers: number;
  readonly ms: number;
  readonly products: readonly string[];
}

async function load(database: BenchDatabase, shop: RunningShop, given: Load): Promise<Measured> {
  const buyers = startBuyers(shop, given);
  const groups = {
    shop: { pid: shop.app.pid, tree: false },
    postgres: { pid: database.postmasterPid, tree: true },
    outside: { pid: shop.outside.pid, tree: false },
    load: { pid: buyers.pid, tree: false },
  };
  await buyers.read();
  const before = await readCpuTimes(groups);
  const result = await buyers.read<BuyersResult>();
  const finished = performance.now();
  const applied = given.doing === "order" ? await webhooksApplied(database) : finished;
  const drainMs = applied - finished;
  const used = await readCpuTimes({ ...groups, load: { pid: buyers.pid, tree: false } });
  await buyers.stop();
  const tookMs = result.ms + drainMs;
  const cpu = Object.fromEntries(
    Object.entries(used).map(([name, value]) => [name, (100 * Math.max(0, value - (before[name] ?? 0))) / tookMs]),
  );
  return { ...result, buyers: given.buyers, perSecond: (1_000 * result.done) / tookMs, drainMs, cpu };
}

/** Waits until every order's webhook has come and been applied. Returns when that was. */
async function webhooksApplied(database: BenchDatabase): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query<{ missing: number }>(
        `select (select count(*) from payments where state = 'succeeded')::int
           - (select count(*) from processor_events)::int
           + (select count(*) from pgboss.job where name = 'payments' and state < 'completed'
              and data ->> 'job' = 'payments.apply-processor-event')::int as missing`,
      );
      if ((rows[0]?.missing ?? 0) <= 0) return performance.now();
      await pause(25);
    }
  } finally {
    await client.end();
  }
}

/** Waits until every job that is due is done. */
async function caughtUp(database: BenchDatabase): Promise<{ jobs: number; ms: number }> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const started = performance.now();
  let jobs: number | null = null;
  try {
    for (;;) {
      const { rows } = await client.query<{ due: number }>(
        "select count(*)::int as due from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now()",
      );
      const due = rows[0]?.due ?? 0;
      jobs ??= due;
      if (due === 0) return { jobs, ms: performance.now() - started };
      await pause(100);
    }
  } finally {
    await client.end();
  }
}

/** How many statements an order costs while its buyer waits, and with everything it sets in motion. */
async function reportStatements(database: BenchDatabase, products: readonly string[]): Promise<void> {
  const waited = await countStatements(database, products, "api");
  const all = await countStatements(database, products, "api,worker,scheduler");
  printNote(
    `While its buyer waits an order takes ${rounded(waited.statements, 1)} statements in ${rounded(waited.transactions, 1)} transactions ` +
      `(${rounded(waited.ms, 1)} ms until they are answered, one buyer); with its papers, mail and delivery ${rounded(all.statements)} in ${rounded(all.transactions)}.`,
  );
}

async function countStatements(database: BenchDatabase, products: readonly string[], services: string) {
  const file = join(fileURLToPath(new URL("../", import.meta.url)), ".cache/bench-statements.json");
  const environment = { BENCH_STATEMENTS_FILE: file, BENCH_SERVICES: services };
  const shop = await startShop(database, ["--import", "./bench/count-statements.ts"], environment);
  const task = { doing: "order", buyers: 1, ms: 3_000, products } as const;
  const { done } = services === "api" ? await buy(shop, task) : await load(database, shop, task);
  if (services !== "api") await caughtUp(database);
  await shop.stop();
  const list = JSON.parse(await readFile(file, "utf8")) as { text: string; calls: number; ms: number }[];
  const sum = (entries: typeof list, pick: (entry: (typeof list)[number]) => number) =>
    entries.reduce((total, entry) => total + pick(entry), 0) / Math.max(1, done);
  const frame = list.filter(({ text }) => /^(begin|commit|rollback)$/i.test(text));
  const inside = list.filter((entry) => !frame.includes(entry));
  return {
    statements: sum(inside, ({ calls }) => calls),
    transactions: sum(frame, ({ calls, text }) => (/^begin$/i.test(text) ? calls : 0)),
    ms: sum(list, ({ ms }) => ms),
  };
}

/** Buys without looking at anything but what was bought. */
async function buy(shop: RunningShop, given: Load): Promise<BuyersResult> {
  const buyers = startBuyers(shop, given);
  await buyers.read();
  const result = await buyers.read<BuyersResult>();
  await buyers.stop();
  return result;
}

function startBuyers(shop: RunningShop, given: Load) {
  const { doing, buyers, ms, products: productIds } = given;
  const task: BuyersTask = { origin: shop.origin, doing, buyers, ms, productIds };
  return startProgram("bench/buyers.ts", { arguments: [JSON.stringify(task)] });
}

async function reportInvariants(database: BenchDatabase): Promise<void> {
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  try {
    const { checked, findings } = await verify(pool);
    printNote(`${checked - findings.length} of ${checked} invariants hold over all orders of this run.`);
    for (const { id, says, rows } of findings) printNote(`✗ ${id}: ${says}: ${JSON.stringify(rows.slice(0, 3))}`);
    if (findings.length > 0) process.exitCode = 1;
  } finally {
    await pool.end();
  }
}
