import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start-embedded-postgres.ts";

const run = promisify(execFile);
const PORT = 56_329;
const logger = { info: () => undefined, warn: () => undefined };
const folders: string[] = [];
let home: string;

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function start(dataDirectory = home): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDirectory, port: PORT, logger, settings: { shared_buffers: "16MB" } });
}

async function newHome(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "smplat-supervisor-"));
  await chmod(folder, mode);
  folders.push(folder);
  return join(folder, "postgres");
}

async function clusterFolder(of: string): Promise<string> {
  const { folder } = JSON.parse(await readFile(join(of, "location.json"), "utf8")) as { folder: string };
  return join(resolve(of, folder), "cluster");
}

async function postmasterPid(of: string): Promise<number> {
  return Number.parseInt(await readFile(join(await clusterFolder(of), "postmaster.pid"), "utf8"), 10);
}

beforeAll(async () => {
  home = await newHome(0o755);
  const server = await start();
  await query(server, "create table kept (word text)");
  await query(server, "insert into kept values ('first')");
  await server.stop();
}, 60_000);

afterAll(async () => {
  for (const folder of folders) {
    const outside = await clusterFolder(join(folder, "postgres")).catch(() => undefined);
    if (outside) await rm(resolve(outside, ".."), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
});

describe("startEmbeddedPostgres", () => {
  test("keeps the data from one start to the next", async () => {
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await query(server, "select word from kept")).toEqual([{ word: "first" }]);
    await server.stop();
  });

  test("adopts a running server, which stops only when its last user leaves", async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, port: first.port, connectionString: first.connectionString });
    await first.stop();
    expect(await query(second, "select 1 as alive")).toEqual([{ alive: 1 }]);
    await second.stop();
    await expect(query(second, "select 1")).rejects.toThrow(/ECONNREFUSED/);
  });

  test("starts one server when two starts happen at the same moment", async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map((server) => server.adopted).sort()).toEqual([false, true]);
    expect(both[0].port).toBe(both[1].port);
    await Promise.all(both.map((server) => server.stop()));
  });

  test("adopts the server of a process that was killed, and stops it in the end", async () => {
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(new URL("./start-embedded-postgres.ts", import.meta.url).href)});
      await startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(home)}, port: ${PORT}, logger: { info() {}, warn() {} } });
      process.kill(process.pid, "SIGKILL");`;
    const cwd = fileURLToPath(new URL(".", import.meta.url));
    await run(process.execPath, ["--input-type=module", "-e", script], { cwd }).catch(() => undefined);
    const server = await start();
    expect(server.adopted).toBe(true);
    await server.stop();
    await expect(query(server, "select 1")).rejects.toThrow(/ECONNREFUSED/);
  });

  test("recovers what was committed when the server itself was killed and left its pid file", async () => {
    const killed = await start();
    await query(killed, "insert into kept values ('before the kill')");
    process.kill(await postmasterPid(home), "SIGKILL");
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await query(server, "select word from kept order by word")).toEqual([
      { word: "before the kill" },
      { word: "first" },
    ]);
    await server.stop();
    await killed.stop();
  });

  test("starts over a pid file whose pid now belongs to a stranger, and leaves the stranger alone", async () => {
    const earlier = await start();
    const cluster = await clusterFolder(home);
    const pidFile = await readFile(join(cluster, "postmaster.pid"), "utf8");
    await earlier.stop();
    await writeFile(join(cluster, "postmaster.pid"), pidFile.replace(/^\d+/, String(process.pid)));
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await postmasterPid(home)).not.toBe(process.pid);
    await server.stop();
  });

  test("takes another port when the wanted one is in use", async () => {
    const occupant = createServer().listen(PORT, "127.0.0.1");
    await new Promise((listening) => occupant.once("listening", listening));
    const server = await start();
    expect(server.port).toBeGreaterThan(PORT);
    expect(await query(server, "select 1 as alive")).toEqual([{ alive: 1 }]);
    await server.stop();
    await new Promise((closed) => occupant.close(closed));
  });

  test("lets nobody in without the password, and gives the application no superuser", async () => {
    const server = await start();
    const wrong = new URL(server.connectionString);
    wrong.password = "guess";
    const intruder = new pg.Client({ connectionString: wrong.href });
    await expect(intruder.connect()).rejects.toThrow(/password authentication failed/);
    expect(await query(server, "select usesuper from pg_user where usename = current_user")).toEqual([
      { usesuper: false },
    ]);
    expect(await query(server, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect(await query(server, "show data_checksums")).toEqual([{ data_checksums: "on" }]);
    await server.stop();
  });

  test("works below a folder that is closed to everybody else, and finds its data again", async () => {
    const closed = await newHome(0o700);
    const first = await start(closed);
    await query(first, "create table kept_outside ()");
    await first.stop();
    const second = await start(closed);
    expect(await query(second, "select * from kept_outside")).toEqual([]);
    await second.stop();
    const outside = !(await clusterFolder(closed)).startsWith(closed);
    expect(outside).toBe(process.getuid?.() === 0);
  });

  test("refuses the data of another major version and says what to do", async () => {
    const old = await newHome(0o755);
    const server = await start(old);
    await server.stop();
    const cluster = await clusterFolder(old);
    await writeFile(join(cluster, "PG_VERSION"), "17\n");
    await expect(start(old)).rejects.toThrow(
      /written by PostgreSQL 17.*brings PostgreSQL 18[\s\S]*To start empty, move/,
    );
    expect(existsSync(join(cluster, "postmaster.pid"))).toBe(false);
  });

  test("refuses to guess when the passwords are gone but the data is there", async () => {
    const careless = await newHome(0o755);
    await (await start(careless)).stop();
    await rm(join(await clusterFolder(careless), "..", "credentials.json"));
    await expect(start(careless)).rejects.toThrow(/passwords are missing/);
  });
});
