import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What Postgres writes about itself to `postmaster.pid` in its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly dataDirectory: string;
  /** Seconds since 1970. */
  readonly startedAtSeconds: number;
  readonly port: number;
}

/** Reads `postmaster.pid`; `undefined` when it is missing or still being written. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  let text: string;
  try {
    text = await readFile(join(cluster, "postmaster.pid"), "utf8");
  } catch {
    return undefined;
  }
  const [pid, dataDirectory, startedAt, port] = text.split("\n");
  if (!pid || !dataDirectory || !startedAt || !port) return undefined;
  const parsed = { pid: Number(pid), startedAtSeconds: Number(startedAt), port: Number(port) };
  // A single-user session writes its pid negated; it is nobody's server.
  if (!(parsed.pid > 0) || !Number.isInteger(parsed.port) || !Number.isFinite(parsed.startedAtSeconds))
    return undefined;
  return { ...parsed, dataDirectory: dataDirectory.trim() };
}
