import { readFile } from "node:fs/promises";
import { auth } from "@smplat/contracts";
import type { Core } from "@smplat/core";

/** The logins the seed wrote down for the demo, a list of `{label, email, password}`; none outside it, and none while the seed has not run. */
export async function readDemoLogins(core: Core) {
  const { enabled, loginsFile } = core.config.demo;
  if (!enabled || loginsFile === "") return { logins: [] };
  try {
    return auth.demoLogins.response.parse({ logins: JSON.parse(await readFile(loginsFile, "utf8")) });
  } catch (error) {
    core.logger.warn({ err: error, file: loginsFile }, "the demo's logins can't be read");
    return { logins: [] };
  }
}
