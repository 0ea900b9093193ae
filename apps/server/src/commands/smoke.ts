import { parseArgs } from "node:util";
import { ApiProblem } from "@smplat/contracts";
import { currencies, platforms } from "@smplat/contracts/vocabulary";
import { buy, isSandbox } from "./smoke/buy.ts";
import { checkPapers } from "./smoke/check-papers.ts";
import { follow } from "./smoke/follow.ts";
import type { Journey, SmokeOptions } from "./smoke/journey.ts";
import { createProtocol } from "./smoke/protocol.ts";
import { shop } from "./smoke/shop.ts";
import { createShopper } from "./smoke/shopper.ts";
import { Untruth } from "./smoke/untruth.ts";

const usage = `Usage: npm run smoke -- --base <url of the shop> [options]
Does the main job from outside through the public API alone and fails at the first untruth. Where money is real it stops
at the quote.
  --platform <name>         youtube
  --handle <name>           the channel to buy for; YouTube
  --product <slug>          the quickest to be delivered on that platform
  --currency <code>         EUR
  --buy                     buy where money is real; needs --payment-method
  --payment-method <id>     of the processor; pm_card_visa in the sandbox
  --email <address>         smoke@smplat.example
  --patience <seconds>      how long a delivery may take; 240\n`;

const write = (line: string) => void process.stdout.write(`${line}\n`);

/** Returns the exit code: 0 when everything is as it must be, 1 at the first untruth, 2 for a wrong call. */
async function main(): Promise<number> {
  const read = readOptions();
  if (read === null) {
    process.stderr.write(usage);
    return 2;
  }
  const { options, patienceMs } = read;
  const shopper = createShopper(`${options.base}/api/v1`);
  const journey: Journey = { options, shopper, protocol: createProtocol(write) };
  const begun = performance.now();
  try {
    const priced = await shop(journey);
    if (!options.buy && !(await isSandbox(journey))) {
      write("\nMoney is real here: stopped at the quote. --buy --payment-method <id> goes on.");
      return 0;
    }
    const order = await buy(journey, priced);
    await follow(journey, priced, order.id, { acceptedMs: patienceMs, deliveredMs: patienceMs, provenMs: patienceMs });
    await checkPapers(journey, order.id, patienceMs);
    write(`\nEverything holds, after ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
    return 0;
  } catch (error) {
    write(`\n${explain(error)}`);
    return 1;
  }
}

function readOptions(): { options: SmokeOptions; patienceMs: number } | null {
  const text = { type: "string" } as const;
  const values = parseOrNull(() =>
    parseArgs({
      options: {
        base: text,
        platform: { ...text, default: "youtube" },
        handle: { ...text, default: "YouTube" },
        product: text,
        currency: { ...text, default: "EUR" },
        buy: { type: "boolean", default: false },
        "payment-method": text,
        email: { ...text, default: "smoke@smplat.example" },
        patience: { ...text, default: "240" },
      },
    }),
  )?.values;
  const base = parseOrNull(() => new URL(values?.base ?? ""))?.origin;
  const platform = platforms.find((known) => known === values?.platform);
  const currency = currencies.find((known) => known === values?.currency);
  const patienceMs = Number(values?.patience) * 1000;
  if (values === undefined || base === undefined || platform === undefined || currency === undefined) return null;
  if (!(patienceMs > 0) || (values.buy && values["payment-method"] === undefined)) return null;
  const { handle, buy: pays, email, product = null } = values;
  const paymentMethod = values["payment-method"] ?? "pm_card_visa";
  return { options: { base, platform, handle, product, currency, buy: pays, paymentMethod, email }, patienceMs };
}

function parseOrNull<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

function explain(error: unknown): string {
  if (error instanceof Untruth) return `Expected: ${error.expected}\nFound:    ${error.found}`;
  if (error instanceof ApiProblem) {
    const { status, code, title, remedy, requestId, fields } = error.problem;
    const wrong =
      fields === undefined ? "" : `\n${fields.map(({ path, message }) => `  ${path}: ${message}`).join("\n")}`;
    return `Expected: an answer\nFound:    ${status} ${code}: ${title} ${remedy} (request ${requestId})${wrong}`;
  }
  return error instanceof Error
    ? `${error.message}${error.cause === undefined ? "" : `: ${error.cause}`}`
    : String(error);
}

process.exitCode = await main();
