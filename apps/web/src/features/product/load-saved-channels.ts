import type { Platform } from "@smplat/contracts/vocabulary";
import { currentSession } from "#api/current-session.ts";
import { api, orNull } from "#api/server-client.ts";
import type { SavedChannel } from "./saved-channels.tsx";

const shownMax = 6;

/** The channels of a signed-in customer that a product is sold for; a page can do without them. */
export async function loadSavedChannels(platforms: readonly Platform[]): Promise<readonly SavedChannel[]> {
  const { role } = await currentSession();
  if (role !== "customer") return [];
  const list = await orNull(api().channels.list({}));
  return (list?.items ?? [])
    .filter((item) => platforms.includes(item.platform))
    .slice(0, shownMax)
    .map(({ platform, handle, ownership }) => ({ platform, handle, proven: ownership.state === "proven" }));
}
