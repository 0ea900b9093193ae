import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BenchDatabase, BenchPostgres } from "./bench-database.ts";
import { type ChildProgram, startProgram } from "./child-program.ts";
import { readCpuTimes } from "./cpu-times.ts";
import { createCaller } from "./http-caller.ts";
import type { ReadersResult, ReadersTask } from "./readers.ts";
import { recordPages } from "./record-pages.ts";
import { fillCatalog, startShop } from "./running-shop.ts";
import { printNote, printTable, rounded } from "./table.ts";

const productCount = 500;
const readers = 8;
const rounds = 3;
const pagesFile = join(fileURLToPath(new URL("../", import.meta.url)), ".cache/bench-pages.json");

const listPaths = [
  "/api/v1/products?limit=20",
  "/api/v1/products?limit=20&platform=youtube",
  "/api/v1/products?limit=20&category=content&sort=price-asc",
  "/api/v1/products?limit=20&q=coaching",
  "/api/v1/products?limit=20&sort=newest&locale=de",
];

interface Server {
  readonly origin: string;
  readonly pid: number;
}

/** Product list and product page against a bare server with the same SQL and the same bytes, taking turns. */
export async function measureCatalog(postgres: BenchPostgres, options: { readonly seconds: number }): Promise<void> {
  const database = await postgres.createDatabase("catalog");
  const products = await fillCatalog(database, productCount);
  const detailPaths = products.filter((_, index) => index % 10 === 0).map(({ slug }) => `/api/v1/products/${slug}`);
  const pages = await recordPages(database, [...listPaths, ...detailPaths]);
  await writeFile(pagesFile, JSON.stringify(pages));
  const shop = await startShop(database);
  const bare = startProgram("bench/bare-server.ts", { arguments: [database.url, pagesFile] });
  try {
    const { port } = await bare.read<{ port: number }>();
    const servers = {
      shop: { origin: shop.origin, pid: shop.app.pid },
      bare: { origin: `http://127.0.0.1:${port}`, pid: bare.pid },
    };
    await requireSameBytes(servers, [...listPaths, ...detailPaths]);
    const ms = (options.seconds * 1_000) / rounds;
    const list = await takeTurns(database, servers, listPaths, ms);
    const detail = await takeTurns(database, servers, detailPaths, ms);
    printTable(`Reading (${productCount} products, ${readers} readers)`, columns, [
      ...rowsOf("product list, 20 of them", list),
      ...rowsOf("product", detail),
    ]);
    printNote(
      `Statements: ${statementsOf(pages, listPaths)} for a list, ${statementsOf(pages, detailPaths)} for a product.`,
    );
    printNote("Both answer the same bytes from the same prepared SQL over pools of 16. RATE_LIMITS=0.");
  } finally {
    await shop.stop();
    await bare.stop();
    await database.drop();
  }
}

const columns = [
  "what",
  "server",
  "per second",
  "p50 ms",
  "p99 ms",
  "server cpu %",
  "postgres cpu %",
  "others cpu %",
  "ratio",
];

const statementsOf = (pages: Awaited<ReturnType<typeof recordPages>>, paths: readonly string[]) =>
  Math.max(...pages.filter(({ path }) => paths.includes(path)).map(({ statements }) => statements.length));

async function requireSameBytes(servers: { shop: Server; bare: Server }, paths: readonly string[]): Promise<void> {
  const callers = [createCaller(servers.shop.origin), createCaller(servers.bare.origin)] as const;
  for (const path of paths) {
    const [ours, bare] = await Promise.all(callers.map((caller) => caller.get(path)));
    if (ours?.body !== bare?.body) throw new Error(`${path} differs:\n${ours?.body}\n${bare?.body}`);
  }
  for (const caller of callers) caller.close();
}

interface Turns {
  readonly done: number;
  readonly ms: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpu: Readonly<Record<string, number>>;
}

/** Warms both up, then measures them in turns, so that whatever else the machine does meets both. */
async function takeTurns(
  database: BenchDatabase,
  servers: { shop: Server; bare: Server },
  paths: readonly string[],
  ms: number,
) {
  const turns: { shop: Turns[]; bare: Turns[] } = { shop: [], bare: [] };
  for (const name of ["shop", "bare"] as const) await read(database, servers[name], paths, 2_000);
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ["shop", "bare"] as const) turns[name].push(await read(database, servers[name], paths, ms));
  }
  return { shop: together(turns.shop), bare: together(turns.bare) };
}

async function read(database: BenchDatabase, server: Server, paths: readonly string[], ms: number): Promise<Turns> {
  const task: ReadersTask = { origin: server.origin, readers, ms, paths };
  const groups = { server: { pid: server.pid, tree: false }, postgres: { pid: database.postmasterPid, tree: true } };
  const program: ChildProgram = startProgram("bench/readers.ts", { arguments: [JSON.stringify(task)] });
  const all = { ...groups, load: { pid: program.pid, tree: false } };
  const before = await readCpuTimes(all);
  const result = await program.read<ReadersResult>();
  const after = await readCpuTimes(all);
  await program.stop();
  const cpu = Object.fromEntries(Object.keys(after).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
  return { ...result, cpu };
}

function together(turns: readonly Turns[]): Turns {
  const sum = (pick: (turn: Turns) => number) => turns.reduce((total, turn) => total + pick(turn), 0);
  const ms = sum((turn) => turn.ms);
  const names = Object.keys(turns[0]?.cpu ?? {});
  return {
    done: sum((turn) => turn.done),
    ms,
    p50Ms: sum((turn) => turn.p50Ms) / turns.length,
    p99Ms: sum((turn) => turn.p99Ms) / turns.length,
    cpu: Object.fromEntries(names.map((name) => [name, (100 * sum((turn) => turn.cpu[name] ?? 0)) / ms])),
  };
}

function rowsOf(what: string, { shop, bare }: { shop: Turns; bare: Turns }): (string | number)[][] {
  const perSecond = (turns: Turns) => (1_000 * turns.done) / turns.ms;
  const row = (name: string, turns: Turns, ratio: string) => [
    what,
    name,
    rounded(perSecond(turns)),
    rounded(turns.p50Ms, 1),
    rounded(turns.p99Ms, 1),
    ...["server", "postgres", "others"].map((group) => rounded(turns.cpu[group] ?? 0)),
    ratio,
  ];
  return [row("shop", shop, rounded(perSecond(shop) / perSecond(bare), 2)), row("bare", bare, "1")];
}
