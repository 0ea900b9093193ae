import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runToEnd } from "./child.mjs";
import { inProject, root } from "./project-root.mjs";

/**
 * Fills a new database with the demo's world, once for each database. When the sandbox has moved to other ports since,
 * the suppliers' addresses are written anew, for the shop speaks to no other.
 */
export async function seedOnce({ data, env }) {
  const note = join(data, "seeded.json");
  const database = await identityOfDatabase(env.DATABASE_URL);
  const suppliers = `${env.NORTHBEAM_API_URL} ${env.ATELIER_API_URL} ${env.QUAYSIDE_API_URL}`;
  const seeded = existsSync(note) ? JSON.parse(readFileSync(note, "utf8")) : {};
  const known = seeded[database];
  if (known === suppliers) return "there already";
  const moved = known !== undefined;
  const command = inProject("apps/server/src/commands/seed.ts");
  await runToEnd({ name: "The seed", args: moved ? [command, "--suppliers"] : [command], cwd: root, env });
  writeFileSync(note, JSON.stringify({ ...seeded, [database]: suppliers }));
  return moved ? "suppliers moved" : "";
}

/** Tells a database from another that was later made under the same address. */
async function identityOfDatabase(url) {
  const pg = createRequire(inProject("packages/core/package.json"))("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select (select system_identifier from pg_control_system())::text || '/' || oid as id from pg_database where datname = current_database()",
    );
    return rows[0].id;
  } finally {
    await client.end();
  }
}
