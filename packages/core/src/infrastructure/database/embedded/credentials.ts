import { randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The random passwords of one cluster. */
export interface Credentials {
  /** Of the role `postgres`, which only the supervisor uses. */
  readonly superuser: string;
  /** Of the role `smplat`, which owns the application's database. */
  readonly application: string;
}

/** Reads the passwords kept beside the cluster (mode 0600), or makes them when there is no cluster yet. */
export async function loadCredentials(folder: string, clusterExists: boolean): Promise<Credentials> {
  const file = join(folder, "credentials.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text !== undefined) return JSON.parse(text) as Credentials;
  if (clusterExists) {
    throw new Error(
      `The database's passwords are missing: ${file} is gone, but data is there. Restore the file, or move ${folder} away to start empty.`,
    );
  }
  const made = { superuser: randomBytes(24).toString("base64url"), application: randomBytes(24).toString("base64url") };
  await writeFile(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
}
