import { isAbsolute } from "node:path";
import { parseArgs } from "node:util";
import { inProject } from "./project-root.mjs";
import { Explained } from "./steps.mjs";

const USAGE = `Usage: npm start -- [--data <folder>] [--ports-offset <n>]
  --data <folder>       where the database, the files and the secrets are kept (also SMPLAT_DATA); .data by default
  --ports-offset <n>    added to every port: 3000 (shop), 4000 (API), 4010 (sandbox), 4025 (its mail), 54329 (database)
SMPLAT_DEMO=0 starts an empty shop without the sandbox. The settings that replace an embedded part by a real one are in the README.`;

/** Reads flags and the few variables that steer the start itself. */
export function readStartOptions(args, env) {
  let values;
  try {
    const options = { data: { type: "string" }, "ports-offset": { type: "string" }, help: { type: "boolean" } };
    values = parseArgs({ args, options }).values;
  } catch (error) {
    throw new Explained(`${error.message}\n\n${USAGE}`);
  }
  if (values.help) throw new Explained(USAGE);
  const offset = Number(values["ports-offset"] ?? 0);
  if (!Number.isInteger(offset) || offset < 0 || offset > 10_000)
    throw new Explained(`--ports-offset takes 0 to 10000.\n\n${USAGE}`);
  const data = values.data ?? env.SMPLAT_DATA ?? ".data";
  return {
    data: isAbsolute(data) ? data : inProject(data),
    demo: env.SMPLAT_DEMO !== "0",
    /** Where the shop listens; another machine reaches it only when this is changed, because the demo's logins are public. */
    host: env.WEB_HOST ?? "127.0.0.1",
    ports: {
      web: 3000 + offset,
      api: 4000 + offset,
      sandbox: 4010 + offset,
      smtp: 4025 + offset,
      postgres: 54_329 + offset,
    },
  };
}
