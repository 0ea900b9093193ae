import type { Core } from "@smplat/core";
import { saveEpoch } from "@smplat/core/database";
import type { RunningService } from "./service.ts";

const epochEveryMs = 5_000;

/** Plans the recurring jobs and remembers how far business time has come. One process of a shop is enough. */
export async function startScheduler(core: Core): Promise<RunningService> {
  const recurring = await core.queue.plan(core.handlers.map(({ job }) => job));
  await core.storageProbes.requestFirst();
  const timer = setInterval(() => void remember(core), epochEveryMs);
  core.logger.info({ recurring }, "the scheduler runs");
  return {
    name: "scheduler",
    stop: async () => {
      clearInterval(timer);
      await remember(core);
    },
  };
}

async function remember(core: Core): Promise<void> {
  const { rate } = core.clock.epoch();
  if (rate === 1) return;
  const now = { wall: core.clock.wall(), business: core.clock.now(), rate };
  await saveEpoch(core.database.pool, now).catch((error: unknown) =>
    core.logger.warn({ err: error }, "business time could not be saved; will try again"),
  );
}
