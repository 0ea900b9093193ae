import { parseArgs } from "node:util";
import { createVitest } from "vitest/node";

const { values } = parseArgs({
  options: { seed: { type: "string" }, minutes: { type: "string", default: "10" } },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
const minutes = Number(values.minutes);
if (!Number.isSafeInteger(seed) || !(minutes > 0)) {
  console.error("Usage: npm run torture -- [--seed <whole number>] [--minutes <number>]");
  process.exit(2);
}

console.log(`Torture for ${minutes} min; again with: npm run torture -- --seed ${seed} --minutes ${minutes}`);
const vitest = await createVitest("test", { project: ["http"], watch: false });
vitest.provide("torture", { seed, minutes });
await vitest.start(["apps/server/src/torture"]);
await vitest.close();
