import type { Core } from "@smplat/core";
import { startApi } from "./services/api.ts";
import { startScheduler } from "./services/scheduler.ts";
import type { RunningService } from "./services/service.ts";
import { startWorker } from "./services/worker.ts";

export interface Services {
  /** Port of the API; null when this process doesn't serve it. */
  readonly apiPort: number | null;
  /** Stops in reverse order of starting, then closes the core. */
  stop(): Promise<void>;
}

const graceMs = 10_000;

/** Starts the roles the configuration names. */
export async function startServices(core: Core): Promise<Services> {
  const running: RunningService[] = [];
  const { services } = core.config;
  if (services.includes("scheduler")) running.push(await startScheduler(core));
  if (services.includes("worker")) running.push(startWorker(core));
  let apiPort: number | null = null;
  if (services.includes("api")) {
    const api = await startApi(core);
    apiPort = api.port;
    running.push(api);
  }
  return {
    apiPort,
    stop: async () => {
      for (const service of running.reverse()) await service.stop(graceMs);
      await core.close();
    },
  };
}
