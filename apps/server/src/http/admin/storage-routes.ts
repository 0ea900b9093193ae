import type { adminStorage, StorageProbe } from "@smplat/contracts";
import type { Core, StorageProbe as Probe } from "@smplat/core";
import type { Handlers } from "../handler.ts";

const shown = 20;

export const adminStorageRoutes = (core: Core): Handlers<typeof adminStorage> => ({
  probes: async () => ({ probes: (await core.storageProbes.list(shown)).map(presentProbe) }),
  probe: async () => presentProbe(await core.storageProbes.run()),
});

const presentProbe = ({ id, startedAt, finishedAt, status, detail, steps }: Probe): StorageProbe => ({
  ...{ id, status, detail, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
  steps: steps.map(({ size, writeMs, readMs, deleteMs }) => ({ size, writeMs, readMs, deleteMs })),
});
