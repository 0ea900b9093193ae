import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { inProject, root } from "./project-root.mjs";
import { Explained } from "./steps.mjs";

const BINARY = inProject("node_modules/node/bin", process.platform === "win32" ? "node.exe" : "node");
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Goes on in another file under the Node that npm installed, and answers its exit code. That process has a group of its
 * own, so that it hears of Ctrl-C once, from here. It notices by the closed channel when this one is killed.
 */
export function continueUnderProjectNode(file, args) {
  if (!existsSync(BINARY)) {
    throw new Explained(
      `The package \`node\` did not bring Node (${BINARY} is missing). Were install scripts turned off? Run: npm rebuild node`,
    );
  }
  return new Promise((resolve, reject) => {
    const child = spawn(BINARY, [inProject("tools", file), ...args], {
      cwd: root,
      detached: process.platform !== "win32",
      stdio: ["inherit", "inherit", "inherit", "ipc"],
      env: { ...process.env, PATH: `${inProject("node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}` },
    });
    for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Calls `stop` when this process is asked to end or the one that started it is gone; every further request calls it again. */
export function onStopRequest(stop) {
  for (const signal of SIGNALS) process.on(signal, stop);
  process.once("disconnect", stop);
  process.channel?.unref();
}
