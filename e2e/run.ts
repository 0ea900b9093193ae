import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Journey, Stage } from "./journey.ts";
import { launchBrowser } from "./launch-browser.ts";
import { root } from "./project-root.ts";
import { adoptShop, type Shop, startShop } from "./start-shop.ts";
import { beginVisit, type Visit } from "./visit.ts";
import { readWords } from "./words.ts";

/** One waits for a delivery while the other clicks. */
const lanes = 2;
const journeyTimeoutMs = 240_000;
const report = join(root, ".cache/e2e-report.json");

const wanted = process.argv.slice(2);
process.exitCode = await main();

/** `node e2e/run.ts [part of a file's name …]`. */
async function main(): Promise<number> {
  mkdirSync(join(root, ".cache"), { recursive: true });
  rmSync(report, { force: true });
  rmSync(join(root, ".cache/e2e"), { recursive: true, force: true });
  const journeys = await findJourneys();
  const running = process.env.E2E_URL;
  const shop = running ? await adoptShop(running) : await startShop((text) => process.stdout.write(text));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void shop.stop(false).then(() => process.exit(130)));
  }
  const browser = await launchBrowser();
  let failed = 0;
  try {
    const anybodys = journeys.filter(({ asCustomer }) => !asCustomer);
    const customers = journeys.filter(({ asCustomer }) => asCustomer);
    const lane = async (_: unknown, number: number) => {
      const next = () => (number === 0 ? customers.shift() : undefined) ?? anybodys.shift();
      for (let journey = next(); journey !== undefined; journey = next()) {
        if (!(await runJourney(journey, shop, browser))) failed += 1;
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    await browser.close();
    await shop.stop(failed > 0);
  }
  if (failed > 0) console.log(`Logs are kept in ${join(shop.data, "logs")}, pictures in .cache/e2e`);
  const passed = journeys.length - failed;
  writeFileSync(report, JSON.stringify({ passed, failed }));
  console.log(`\n${passed} journeys passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function findJourneys(): Promise<Journey[]> {
  const folder = join(root, "e2e");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".e2e.ts") && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
    .sort();
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(join(folder, name)).href) as Promise<{ journeys: Journey[] }>),
  );
  return modules.flatMap(({ journeys }) => journeys);
}

async function runJourney(journey: Journey, shop: Shop, browser: Stage["browser"]): Promise<boolean> {
  const begun = performance.now();
  const visits: Visit[] = [];
  const visit: Stage["visit"] = async ({ locale = "en", width = 1280, height = 800 } = {}) => {
    // A check of contrast in the middle of a fade would be a matter of luck.
    const context = await browser.newContext({ locale, viewport: { width, height }, reducedMotion: "reduce" });
    const made = await beginVisit({ context, url: shop.url, locale, words: readWords(locale), journey: journey.name });
    visits.push(made);
    return made;
  };
  let failure: unknown = null;
  const timer = new AbortController();
  try {
    await Promise.race([journey.run({ shop, browser, visit }), tooLong(timer.signal)]);
  } catch (error) {
    failure = error;
  }
  timer.abort();
  for (const made of visits) await made.close(failure).catch(() => undefined);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${failure === null ? "✓" : "✗"} ${journey.name} (${seconds} s)`);
  if (failure !== null) console.log(failure instanceof Error ? failure.stack : String(failure));
  return failure === null;
}

function tooLong(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The journey did not end in ${journeyTimeoutMs / 1000} s`)),
      journeyTimeoutMs,
    );
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}
