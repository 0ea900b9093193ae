import { install } from "./install.mjs";
import { continueUnderProjectNode } from "./project-node.mjs";
import { printError, step } from "./steps.mjs";

process.env.SMPLAT_START_BEGUN = String(Date.now());
try {
  await step("Packages", install);
  process.exit(await continueUnderProjectNode("start-stages.mjs", process.argv.slice(2)));
} catch (error) {
  printError(error);
  process.exit(1);
}
