import { api, orNull } from "#api/server-client.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { HealthBoard } from "./health-board.tsx";
import { JobBoard } from "./job-board.tsx";
import { StorageProbePanel } from "./storage-probe.tsx";

/** What the shop does by itself, where it is stuck, and whether it has what it needs. */
export async function AdminJobs() {
  const [overview, readiness, storage] = await Promise.all([
    api().adminJobs.overview({}),
    orNull(api().health.readyz({})),
    orNull(api().adminStorage.probes({})),
  ]);
  const drawnAtMs = Date.now();
  return (
    <JobBoard initial={overview} drawnAtMs={drawnAtMs}>
      <ClientCopy areas={["admin-health"]}>
        {readiness === null ? null : <HealthBoard initial={readiness} drawnAtMs={drawnAtMs} />}
        <StorageProbePanel initial={storage?.probes[0] ?? null} />
      </ClientCopy>
    </JobBoard>
  );
}
