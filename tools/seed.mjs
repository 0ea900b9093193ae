import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runToEnd } from "./child.mjs";
import { inProject, root } from "./project-root.mjs";
import { Explained } from "./steps.mjs";

const BEGUN = "begun";

/**
 * Fills a new database with the demo's world, once for each database. When the sandbox has moved to other ports since,
 * the suppliers' addresses are written anew, for the shop speaks to no other. A seed that was interrupted begins again
 * from nothing: the shop has never run on it.
 * @param say hears how far it is
 * @param isOurs whether the database is the embedded one, which may be emptied
 * @param startOver empties the database and the sandbox
 */
export async function seedOnce({ data, env, say, isOurs, startOver }) {
  const file = join(data, "seeded.json");
  const database = await identityOfDatabase(env.DATABASE_URL);
  const suppliers = `${env.NORTHBEAM_API_URL} ${env.ATELIER_API_URL} ${env.QUAYSIDE_API_URL}`;
  const seeded = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const note = (state) => writeFileSync(file, JSON.stringify({ ...seeded, [database]: state }));
  const known = seeded[database];
  if (known === suppliers) return "there already";
  if (known === BEGUN) {
    if (!isOurs)
      throw new Explained("The demo's seed was interrupted. Empty the database of DATABASE_URL, then start again.");
    await startOver();
  }
  const moved = known !== undefined && known !== BEGUN;
  if (!moved) note(BEGUN);
  const command = inProject("apps/server/src/commands/seed.ts");
  let last = "";
  const hear = (text) => {
    last = text.trimEnd().split("\n").at(-1) ?? "";
    say(last);
  };
  await runToEnd({ name: "The seed", args: moved ? [command, "--suppliers"] : [command], cwd: root, env, hear });
  note(suppliers);
  return moved ? "suppliers moved" : last;
}

/** Takes everything out of a database of ours. */
export async function emptyDatabase(url) {
  await withClient(url, (client) =>
    client.query("drop schema if exists pgboss cascade; drop schema public cascade; create schema public"),
  );
}

/** Tells a database from another that was later made under the same address. */
async function identityOfDatabase(url) {
  const { rows } = await withClient(url, (client) =>
    client.query(
      "select (select system_identifier from pg_control_system())::text || '/' || oid as id from pg_database where datname = current_database()",
    ),
  );
  return rows[0].id;
}

async function withClient(url, work) {
  const pg = createRequire(inProject("packages/core/package.json"))("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
