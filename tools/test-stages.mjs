import { spawn } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { onStopRequest } from "./project-node.mjs";
import { inProject, root } from "./project-root.mjs";
import { formatDuration, printError } from "./steps.mjs";
import { buildWeb } from "./web-build.mjs";

/** A step that hangs must not keep the others from being judged. */
const STEP_TIMEOUT_MS = 10 * 60_000;
const REPORTS = inProject(".cache/reports");

const vitest = inProject("node_modules/vitest/vitest.mjs");
const source = (pattern) => () => globSync(pattern, { cwd: root, exclude: ["**/node_modules/**"] }).length > 0;

/** In the order they run: the quick and telling ones first. `exists` tells whether there is anything to test yet. */
const STEPS = [
  { name: "biome", run: () => check([inProject("node_modules/@biomejs/biome/bin/biome"), "check", "."]) },
  { name: "types", run: () => check([inProject("node_modules/typescript/bin/tsc"), "-b"]) },
  ...["unit", "architecture", "db", "http"].map((name) => ({
    name,
    run: () => runVitest(name, ["--project", name, "--passWithNoTests"]),
  })),
  {
    name: "stories",
    exists: source("packages/ui/**/*.stories.tsx"),
    run: () => runVitest("stories", ["--config", "packages/ui/vitest.config.ts"]),
  },
  { name: "build", exists: source("apps/web/next.config.ts"), run: build },
  { name: "e2e", exists: source("e2e/run.ts"), run: endToEnd },
];

let running;
onStopRequest(() => {
  if (running) killGroup(running);
  console.log("Interrupted.");
  process.exit(130);
});

process.exit(await main(process.argv.slice(2)));

async function main(wanted) {
  const unknown = wanted.filter((name) => !STEPS.some((one) => one.name === name));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(", ")}. There are ${STEPS.map((one) => one.name).join(", ")}.`);
    return 2;
  }
  mkdirSync(REPORTS, { recursive: true });
  const results = [];
  for (const one of STEPS) {
    if (wanted.length === 0 || wanted.includes(one.name)) results.push(await runStep(one));
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log("");
  for (const { name, passed, failed, time } of results) {
    console.log(
      `${failed > 0 ? "✗" : "✓"} ${name.padEnd(13)} ${formatDuration(time).padStart(12)}  ${passed} passed, ${failed} failed`,
    );
  }
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
  return total("failed") > 0 ? 1 : 0;
}

async function runStep({ name, run, exists }) {
  const begun = performance.now();
  console.log(`\n── ${name} ──`);
  let counts = { passed: 0, failed: 0 };
  if (exists && !exists()) console.log("Nothing to test yet.");
  else {
    try {
      counts = await run();
    } catch (error) {
      printError(error);
      counts = { passed: 0, failed: 1 };
    }
  }
  return { name, ...counts, time: performance.now() - begun };
}

/** A program that passes or fails as one check. */
async function check(args) {
  const code = await runNode(args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runVitest(name, args) {
  const report = `${REPORTS}/${name}.json`;
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runNode([vitest, "run", ...args, ...reporters]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
  // A file that does not load and an error outside every test fail the run without being a failed test.
  return { passed: numPassedTests, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) };
}

async function build() {
  const detail = await buildWeb();
  console.log(detail || "Built.");
  return { passed: 1, failed: 0 };
}

async function endToEnd() {
  const report = inProject(".cache/e2e-report.json");
  rmSync(report, { force: true });
  const code = await runNode([inProject("e2e/run.ts")]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { passed, failed } = JSON.parse(readFileSync(report, "utf8"));
  return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
}

/** Runs a file under this Node in a process group of its own, so that nothing it started can outlive it. */
function runNode(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], detached: true });
    running = child;
    const timer = setTimeout(() => {
      console.error(`No end after ${formatDuration(STEP_TIMEOUT_MS)}; stopped.`);
      killGroup(child);
    }, STEP_TIMEOUT_MS);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      running = undefined;
      resolve(code ?? 1);
    });
  });
}

function killGroup(child) {
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
