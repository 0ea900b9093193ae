import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { LockHeld, withExclusiveLock } from "../packages/core/src/infrastructure/database/embedded/index.ts";
import { programEnvironment, sandboxEnvironment, supplierWebhooks } from "./environment.mjs";
import { chooseFreePorts } from "./ports.mjs";
import { onStopRequest } from "./project-node.mjs";
import { inProject, root } from "./project-root.mjs";
import { readyMessage } from "./ready-message.mjs";
import { keepEnvironment } from "./run-command.mjs";
import { endLeftovers } from "./run-record.mjs";
import { loadSecrets } from "./secrets.mjs";
import { emptyDatabase, seedOnce } from "./seed.mjs";
import { startDatabase } from "./start-database.mjs";
import { readStartOptions } from "./start-options.mjs";
import { Explained, formatDuration, printError, step } from "./steps.mjs";
import { createSupervisor } from "./supervisor.mjs";
import { buildWeb } from "./web-build.mjs";

const READY_TIMEOUT_MS = 60_000;
const user = process.env;
let supervisor;

try {
  const options = readStartOptions(process.argv.slice(2), user);
  mkdirSync(options.data, { recursive: true, mode: 0o755 });
  await withExclusiveLock(join(options.data, "supervisor.lock"), 0, () => superviseAll(options)).catch((error) => {
    throw error instanceof LockHeld
      ? new Explained(
          `Smplat is already running on ${options.data}. Stop it first, or give this one --data and --ports-offset.`,
        )
      : error;
  });
} catch (error) {
  printError(error);
  process.exit(1);
}

/** Runs everything until a request to stop, or until a part fails for good. */
async function superviseAll(options) {
  /** The packages were fetched before this process began; what one waited counts from there. */
  const begun = Number(process.env.SMPLAT_START_BEGUN ?? Date.now());
  let end;
  const ended = new Promise((resolve, reject) => {
    end = { resolve, reject };
  });
  ended.catch(() => undefined);
  supervisor = createSupervisor({
    data: options.data,
    onFailure: end.reject,
    onRestart: (name, how) => console.log(`The ${name} ended (${how}); starting it again.`),
  });
  onStopRequest(() => {
    if (!end.requested) console.log("\nStopping. Once more to hurry.");
    else supervisor.stop();
    end.requested = true;
    end.resolve();
  });
  try {
    const setup = await Promise.race([startAll(options), ended]);
    if (setup) console.log(`${readyMessage(setup)}  Started in ${formatDuration(Date.now() - begun)}.`);
    await ended;
  } finally {
    await supervisor.stop();
  }
  console.log("Stopped.");
  process.exit(0);
}

async function startAll(options) {
  const { data, demo } = options;
  const left = await endLeftovers(data);
  if (left.length > 0) console.log(`Ended what an earlier start left running: ${left.join(", ")}.`);
  const secrets = await step("Secrets", () => loadSecrets(data));
  // The build keeps one core busy while the database and the seed use the other.
  const building = buildWeb();
  building.catch(() => undefined);
  const { postgres, ...wanted } = options.ports;
  const ports = await chooseFreePorts(wanted, (name, port, free) => {
    console.log(`Port ${port} (${name}) is in use; taking ${free}.`);
  });
  const database = await databaseStep(data, postgres);
  const publicUrl = user.PUBLIC_URL || `http://localhost:${ports.web}`;
  const setup = { ...options, ports, secrets, publicUrl, databaseUrl: database.url };
  const env = programEnvironment(setup, user);
  const { variables } = await import("../packages/core/src/infrastructure/config/index.ts");
  keepEnvironment(data, Object.keys(variables), env);
  await step("Migrations", () => migrateDatabase(database.url));
  if (demo) {
    await step("Sandbox", () => supervisor.run(sandboxProgram(setup)));
    const startOver = async () => {
      await emptyDatabase(database.url);
      await migrateDatabase(database.url);
      await tellSandbox(`http://127.0.0.1:${ports.sandbox}/control/reset`, undefined, "POST");
    };
    await step("Demo data", (say) => seedOnce({ data, env, say, isOurs: !user.DATABASE_URL, startOver }));
  }
  await step("Server", () => supervisor.run(serverProgram(setup, env)));
  await step("Web app, built", () => building);
  await step("Web app, started", () => supervisor.run(webProgram(setup, env)));
  return setup;
}

async function databaseStep(data, port) {
  const database = await step("PostgreSQL", (say) => startDatabase({ data, port, ownUrl: user.DATABASE_URL, say }));
  supervisor.addStop(database.stop);
  return database;
}

async function migrateDatabase(url) {
  const { migrate } = await import("../packages/core/src/infrastructure/database/migrate.ts");
  const { applied } = await migrate(url).catch((error) => {
    throw new Explained(`The database can't be brought up to date: ${error.message || error.code}`);
  });
  return applied.length === 0 ? "up to date" : `${applied.length} applied`;
}

function sandboxProgram(setup) {
  return {
    name: "sandbox",
    args: [inProject("apps/sandbox/src/main.ts")],
    cwd: root,
    env: sandboxEnvironment(setup, user),
    readyUrl: `http://127.0.0.1:${setup.ports.sandbox}/control/health`,
    readyTimeoutMs: READY_TIMEOUT_MS,
  };
}

function serverProgram(setup, env) {
  const api = `http://127.0.0.1:${setup.ports.api}/api/v1`;
  return {
    name: "server",
    args: [inProject("apps/server/src/main.ts")],
    cwd: root,
    env,
    readyUrl: `${api}/health/readyz`,
    readyTimeoutMs: READY_TIMEOUT_MS,
    onReady: async () => {
      if (!setup.demo) return;
      const control = `http://127.0.0.1:${setup.ports.sandbox}/control`;
      await tellSandbox(`${control}/webhooks`, supplierWebhooks(setup, api));
      // The sandbox delivers in the server's business time, which runs on from where the server last stopped.
      const { clock } = await (await fetch(`${api}/health/livez`)).json();
      await tellSandbox(`${control}/clock`, clock);
    },
  };
}

async function tellSandbox(url, content, method = "PUT") {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(url, { method, headers, body: JSON.stringify(content) });
  if (!answer.ok) throw new Explained(`The sandbox refused ${url}: ${answer.status} ${await answer.text()}`);
}

function webProgram(setup, env) {
  const { web } = setup.ports;
  return {
    name: "web",
    args: [inProject("node_modules/next/dist/bin/next"), "start", "-p", String(web), "-H", setup.host],
    cwd: inProject("apps/web"),
    env: { ...env, PORT: String(web), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    readyUrl: `http://${setup.host === "0.0.0.0" ? "127.0.0.1" : setup.host}:${web}/`,
    readyTimeoutMs: READY_TIMEOUT_MS,
  };
}
