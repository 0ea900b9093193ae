import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import pg from "pg";
import type { RecordedPage } from "./record-pages.ts";

/**
 * The least one can do for the same answer: node:http and pg, the SQL the shop sent for that page (prepared, as the shop
 * has it), and JSON.stringify of the answer's object. No routing, no session, no checks, no mapping of rows.
 */
const [databaseUrl = "", file = ""] = process.argv.slice(2);
const pages = JSON.parse(await readFile(file, "utf8")) as RecordedPage[];
const pool = new pg.Pool({ connectionString: databaseUrl, max: 16 });
const answers = new Map(
  pages.map(({ path, statements, body }) => [path, { statements, body: JSON.parse(body) as unknown }]),
);
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `b${names.size + 1}`;
  names.set(text, name);
  return name;
}

const server = createServer(async (request, response) => {
  const page = answers.get(request.url ?? "");
  if (page === undefined) {
    response.writeHead(404).end();
    return;
  }
  for (const { text, values } of page.statements) await pool.query({ name: nameOf(text), text, values: [...values] });
  const body = JSON.stringify(page.body);
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
});

server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${JSON.stringify({ port: (server.address() as { port: number }).port })}\n`);
});
