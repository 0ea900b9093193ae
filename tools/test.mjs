import { install } from "./install.mjs";
import { continueUnderProjectNode } from "./project-node.mjs";
import { printError, step } from "./steps.mjs";

try {
  await step("Packages", install);
  process.exit(await continueUnderProjectNode("test-stages.mjs", process.argv.slice(2)));
} catch (error) {
  printError(error);
  console.log("0 passed, 1 failed");
  process.exit(1);
}
