import { createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import { startServices } from "./start-services.ts";

const config = loadConfig();
const core = await createCore(config);
const services = await startServices(core);

let signals = 0;
const stop = async (signal: NodeJS.Signals) => {
  signals += 1;
  if (signals > 1) process.exit(1);
  core.logger.info({ signal }, "stopping: running work may finish; a second signal ends at once");
  await services.stop();
  process.exit(0);
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
