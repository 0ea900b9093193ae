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
  const database = await postgres.createDatabase("bench_orders");
  const products = (await fillCatalog(database, 60)).map(({ id }) => id);
  const flags = options.profileDirectory === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${options.profileDirectory}`];
  const shop = await startShop(database, flags);
  const ms = options.seconds * 1_000;
  try {
    await load(database, shop, { doing: "order", buyers: 8, ms: 4_000, products });
    const rows: (string | number)[][] = [];
    for (const doing of ["quote", "add", "order"] as const) {
      for (const buyers of [1, 8]) {
        const result = await load(database, shop, {
          doing,
          buyers,
          ms: doing === "order" ? ms : Math.min(ms, 5_000),
          products,
        });
        rows.push(rowOf(doing, result));
      }
    }
    printTable("Buying (per second)", columns, rows);
    printNote("order = quote → cart → line → total → checkout, paid, and the processor's signed webhook applied.");
    printNote(
      "Measured the same way: Vendure 3.7.3 makes 7, Medusa 2.21.2 makes 1.3, a bare four-call transaction 454.",
    );
    printNote("cpu = share of one core; the machine's cores are shared by all. RATE_LIMITS=0, fsync on.");
  } finally {
    await shop.stop();
  }
  await reportStatements(database, products);
  await reportInvariants(database);
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
  const task: BuyersTask = {
    origin: shop.origin,
    doing: given.doing,
    buyers: given.buyers,
    ms: given.ms,
    productIds: given.products,
  };
  const buyers = startProgram("bench/buyers.ts", { arguments: [JSON.stringify(task)] });
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

const ordersCounted = 3_000;

/** How many statements an order costs with everything it sets in motion, and how long the database takes over them. */
async function reportStatements(database: BenchDatabase, products: readonly string[]): Promise<void> {
  const file = join(fileURLToPath(new URL("../", import.meta.url)), ".cache/bench-statements.json");
  const shop = await startShop(database, ["--import", "./bench/count-statements.ts"], { BENCH_STATEMENTS_FILE: file });
  const result = await load(database, shop, { doing: "order", buyers: 1, ms: ordersCounted, products });
  await shop.stop();
  const list = JSON.parse(await readFile(file, "utf8")) as { text: string; calls: number; ms: number }[];
  const perOrder = (pick: (entry: { calls: number; ms: number }) => number) =>
    list.reduce((sum, entry) => sum + pick(entry), 0) / Math.max(1, result.done);
  const frame = list.filter(({ text }) => /^(begin|commit)$/i.test(text)).reduce((sum, { calls }) => sum + calls, 0);
  printNote(
    `An order with its webhook and the jobs that ran meanwhile: ${rounded(perOrder(({ calls }) => calls) - frame / result.done, 1)} statements ` +
      `in ${rounded(frame / 2 / result.done, 1)} transactions; waiting for them took ${rounded(
        perOrder(({ ms }) => ms),
        1,
      )} ms of connections' time.`,
  );
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
