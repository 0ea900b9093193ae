import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project-root.mjs";
import { Explained } from "./steps.mjs";

const INPUTS = [
  "apps/web",
  "packages/ui",
  "packages/contracts",
  "packages/receipt-verifier",
  "package-lock.json",
  "package.json",
];
const NOT_INPUTS = new Set(["node_modules", ".next", ".cache", ".storybook", "storybook-static", "next-env.d.ts"]);
const NOTE = inProject(".cache/web-build-hash");
const RESULT = inProject("apps/web/.next/BUILD_ID");

/** Builds the web app unless the last build was made from the same files. */
export async function buildWeb() {
  const hash = hashOfInputs();
  if (existsSync(RESULT) && existsSync(NOTE) && readFileSync(NOTE, "utf8") === hash) return "unchanged";
  rmSync(NOTE, { force: true });
  await runBuild();
  mkdirSync(inProject(".cache"), { recursive: true });
  writeFileSync(NOTE, hash);
  return "";
}

function hashOfInputs() {
  const hash = createHash("sha256");
  for (const input of INPUTS) addToHash(hash, inProject(input), input);
  return hash.digest("hex");
}

function addToHash(hash, path, name) {
  const entries = name.includes(".json") ? undefined : readdirSync(path, { withFileTypes: true });
  if (!entries) {
    hash.update(`${name}\0`).update(readFileSync(path));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_INPUTS.has(entry.name) || /\.(test|stories)\.tsx?$/.test(entry.name)) continue;
    const [childPath, childName] = [join(path, entry.name), `${name}/${entry.name}`];
    if (entry.isDirectory()) addToHash(hash, childPath, childName);
    else hash.update(`${childName}\0`).update(readFileSync(childPath));
  }
}

function runBuild() {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inProject("node_modules/next/dist/bin/next"), "build"], {
      cwd: inProject("apps/web"),
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = () => child.kill("SIGKILL");
    process.once("exit", stop);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("exit", stop);
      if (code === 0) resolve();
      else reject(new Explained(`The web app did not build (exit code ${code}):\n${output.trim()}`));
    });
  });
}
