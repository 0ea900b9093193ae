import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import packaged from "@sparticuz/chromium";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { createCaller } from "./http-caller.ts";
import { startDemo } from "./start-demo.ts";
import { printNote, printTable, rounded } from "./table.ts";

const project = fileURLToPath(new URL("../", import.meta.url));
const portsOffset = 3_300;
const visits = 5;
const answers = 30;

interface Marks {
  readonly fcpMs: number;
  readonly lcpMs: number;
  readonly shift: number;
  readonly blockedMs: number;
}
interface Visit extends Marks {
  /** Bytes over the wire. */
  readonly framework: number;
  readonly own: number;
  readonly total: number;
}

/** Home, list and product as a phone with a slow line sees them, on the production build with the demo's catalogue. */
export async function measureWeb(): Promise<void> {
  const data = join(project, ".cache/bench-web");
  await rm(data, { recursive: true, force: true });
  const demo = await startDemo({ project, data, portsOffset });
  const browser = await launch();
  try {
    const frameworkFiles = await readFrameworkFiles();
    const listed = (await (await fetch(`${demo.url}/api/v1/products?limit=1`)).json()) as { items: { slug: string }[] };
    const pages = [
      ["home", "/"],
      ["list", "/products"],
      ["product", `/products/${listed.items[0]?.slug}`],
    ] as const;
    const rows: (string | number)[][] = [];
    for (const [name, path] of pages) {
      const firstByteMs = await readFirstByte(demo.url, path);
      const seen: Visit[] = [];
      for (let turn = 0; turn < visits; turn += 1)
        seen.push(await visit(browser, `${demo.url}${path}`, frameworkFiles));
      rows.push([name, rounded(firstByteMs, 1), ...cellsOf(seen)]);
    }
    printTable("Pages (medians)", columns, rows);
    printNote(`Answer: ${answers} requests over one kept connection, full body, nothing slowed down.`);
    printNote("Marks: cold cache, processor 4 times slower, 150 ms latency, 1.6 Mbit/s down. JS compressed as sent.");
  } finally {
    await browser.close();
    await demo.stop();
    await rm(data, { recursive: true, force: true });
  }
}

const columns = [
  "page",
  "answer ms",
  "FCP ms",
  "LCP ms",
  "CLS",
  "blocked ms",
  "own JS KiB",
  "framework JS KiB",
  "all KiB",
];

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function cellsOf(seen: readonly Visit[]): string[] {
  const of = (pick: (visit: Visit) => number) => median(seen.map(pick));
  const kib = (pick: (visit: Visit) => number) => rounded(of(pick) / 1_024, 1);
  return [
    rounded(of((one) => one.fcpMs)),
    rounded(of((one) => one.lcpMs)),
    rounded(
      of((one) => one.shift),
      3,
    ),
    rounded(of((one) => one.blockedMs)),
    kib((one) => one.own),
    kib((one) => one.framework),
    kib((one) => one.total),
  ];
}

async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || (await packaged.executablePath());
  const args = packaged.args.filter((argument) => argument !== "--single-process");
  return chromium.launch({ executablePath, headless: true, args: [...args, "--disable-background-networking"] });
}

/** Names of the files every page of a Next site loads: React, the router, the loader. */
async function readFrameworkFiles(): Promise<ReadonlySet<string>> {
  const text = await readFile(join(project, "apps/web/.next/build-manifest.json"), "utf8");
  const manifest = JSON.parse(text) as { rootMainFiles: string[]; polyfillFiles: string[]; lowPriorityFiles: string[] };
  const files = [...manifest.rootMainFiles, ...manifest.polyfillFiles, ...manifest.lowPriorityFiles];
  return new Set(files.map((file) => `/_next/${file}`));
}

async function readFirstByte(url: string, path: string): Promise<number> {
  const caller = createCaller(url);
  const took: number[] = [];
  for (let turn = 0; turn < answers + 5; turn += 1) {
    const before = performance.now();
    const { status } = await caller.get(path);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    took.push(performance.now() - before);
  }
  caller.close();
  return median(took.slice(5));
}

async function visit(browser: Browser, url: string, frameworkFiles: ReadonlySet<string>): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const bytes = await listen(session, frameworkFiles);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    });
    await page.addInitScript(watchMarks);
    await page.goto(url, { waitUntil: "networkidle", timeout: 90_000 });
    return { ...(await readMarks(page)), ...bytes };
  } finally {
    await context.close();
  }
}

async function listen(session: CDPSession, frameworkFiles: ReadonlySet<string>) {
  const bytes = { framework: 0, own: 0, total: 0 };
  const scripts = new Map<string, "framework" | "own">();
  await session.send("Network.enable");
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type !== "Script") return;
    scripts.set(requestId, frameworkFiles.has(new URL(response.url).pathname) ? "framework" : "own");
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.total += encodedDataLength;
    const kind = scripts.get(requestId);
    if (kind !== undefined) bytes[kind] += encodedDataLength;
  });
  return bytes;
}

/** Runs in the page before anything of its own. */
const watchMarks = `
  window.benchMarks = { lcpMs: 0, shift: 0, long: [] };
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => { window.benchMarks.lcpMs = entry.startTime; });
  watch("layout-shift", (entry) => { if (!entry.hadRecentInput) window.benchMarks.shift += entry.value; });
  watch("longtask", (entry) => { window.benchMarks.long.push([entry.startTime, entry.duration]); });
`;

/** Blocked: what tasks after the first paint took beyond 50 ms each. */
async function readMarks(page: Page): Promise<Marks> {
  const read = `(() => {
    const fcpMs = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    const { lcpMs, shift, long } = window.benchMarks;
    const blockedMs = long.filter(([start]) => start >= fcpMs).reduce((sum, [, took]) => sum + Math.max(0, took - 50), 0);
    return { fcpMs, lcpMs, shift, blockedMs };
  })()`;
  return page.evaluate<Marks>(read);
}
