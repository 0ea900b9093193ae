import type { Core } from "@smplat/core";
import type { RunningService } from "./service.ts";

/** Runs jobs of every lane. */
export function startWorker(core: Core): RunningService {
  core.runner.start();
  core.logger.info({ jobs: core.handlers.length }, "the worker takes jobs");
  return { name: "worker", stop: (graceMs) => core.runner.stop(graceMs) };
}
