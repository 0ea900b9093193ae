import { api } from "#api/server-client.ts";
import { JobBoard } from "./job-board.tsx";

/** What the shop does by itself, and where it is stuck. */
export async function AdminJobs() {
  return <JobBoard initial={await api().adminJobs.overview({})} drawnAtMs={Date.now()} />;
}
