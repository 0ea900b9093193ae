import type { Core } from "@smplat/core";

/** What was published under a name, oldest first. */
export async function publishedEvents(core: Core, name: string): Promise<Record<string, unknown>[]> {
  const { rows } = await core.database.pool.query<{ metadata: Record<string, unknown> }>(
    "select metadata from events where name = $1 order by seq",
    [name],
  );
  return rows.map((row) => row.metadata);
}
