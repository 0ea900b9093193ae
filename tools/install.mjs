import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inProject, root } from "./project-root.mjs";
import { Explained } from "./steps.mjs";

const NOTE = inProject("node_modules/.smplat-lock-hash");
const SUPPORTED_MAJOR = 18;

/** Installs the packages unless those of the current lock are there already. */
export async function install() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < SUPPORTED_MAJOR)
    throw new Explained(`Node ${SUPPORTED_MAJOR} or newer is needed; this is ${process.version}.`);
  if (existsSync(NOTE) && readFileSync(NOTE, "utf8") === hashOfLock()) return "unchanged";
  await npmInstall();
  // npm may have completed the lock for this platform, so its hash is taken afterwards.
  writeFileSync(NOTE, hashOfLock());
  return "";
}

function hashOfLock() {
  const hash = createHash("sha256");
  for (const name of ["package-lock.json", "package.json"]) hash.update(readFileSync(inProject(name)));
  return hash.update(`${process.platform}-${process.arch}`).digest("hex");
}

/** `npm ci` would fail where a registry lacks the optional packages of other platforms; `install` passes over them. */
function npmInstall() {
  return new Promise((resolve, reject) => {
    const windows = process.platform === "win32";
    const args = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
    const child = spawn(windows ? "npm.cmd" : "npm", args, {
      cwd: root,
      shell: windows,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => reject(new Explained(`npm could not be started: ${error.message}`)));
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Explained(`npm install failed (exit code ${code}):\n${output.trim()}`));
    });
  });
}
