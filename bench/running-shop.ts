import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import type { BenchDatabase } from "./bench-database.ts";
import { benchEnvironment, webhookSecret } from "./bench-environment.ts";
import { publishCatalog } from "./bench-product.ts";
import { type ChildProgram, startProgram } from "./child-program.ts";

/** The shop as one process with all its roles, and the outside as another. */
export interface RunningShop {
  readonly origin: string;
  readonly app: ChildProgram;
  readonly outside: ChildProgram;
  stop(): Promise<void>;
}

/** Fills a database as the shop would itself, then leaves it. */
export async function fillCatalog(database: BenchDatabase, count: number) {
  const core = await createCore({ ...loadConfig(benchEnvironment(database.url)), services: [], logLevel: "warn" });
  try {
    return await publishCatalog(core, count);
  } finally {
    await core.close();
  }
}

/** Starts the shop and waits until it answers. `flags` go to its Node. */
export async function startShop(
  database: BenchDatabase,
  flags: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningShop> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const outside = startProgram("bench/processor-stub.ts", { arguments: [webhookSecret, origin] });
  const ports = await outside.read<{ processor: number; mailbox: number }>();
  const app = startProgram("apps/server/src/main.ts", {
    flags,
    environment: {
      ...benchEnvironment(database.url),
      ...environment,
      API_PORT: String(port),
      SERVICES: environment.BENCH_SERVICES ?? "api,worker,scheduler",
      STRIPE_API_URL: `http://127.0.0.1:${ports.processor}`,
      SMTP_URL: `smtp://127.0.0.1:${ports.mailbox}`,
      EGRESS_ORIGINS: `http://127.0.0.1:${ports.processor}`,
    },
  });
  await Promise.race([untilReady(origin), ended(app)]);
  return {
    origin,
    app,
    outside,
    stop: async () => {
      await app.stop();
      await outside.stop();
    },
  };
}

async function untilReady(origin: string): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const answer = await fetch(`${origin}/api/v1/health/livez`).catch(() => null);
    if (answer?.ok === true) return;
    if (performance.now() > deadline) throw new Error("The shop did not answer within 30 s");
    await pause(50);
  }
}

/** Its lines are its log; the end of them before it answered is a failure that says why. */
async function ended(app: ChildProgram): Promise<never> {
  for (;;) await app.read().catch((error: unknown) => Promise.reject(error));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
