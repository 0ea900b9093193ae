import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { sandboxApp } from "./http/sandbox-app.ts";
import { startSmtpReceiver } from "./mailbox/smtp-receiver.ts";
import { runDue } from "./run-due.ts";
import type { SandboxOptions } from "./sandbox-options.ts";
import { createSnapshot, readSnapshot } from "./snapshot.ts";
import { createWebhookQueue, type WebhookQueue } from "./webhooks/webhook-queue.ts";
import { createWorld, type World } from "./world.ts";

const tickMs = 250;
const host = "127.0.0.1";

/** A running sandbox. */
export interface Sandbox {
  url: string;
  port: number;
  smtpPort: number;
  /** Cuts open requests, saves the state and frees both ports. */
  stop(): Promise<void>;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

function startTicker(world: World, webhooks: WebhookQueue): () => void {
  const timer = setInterval(() => {
    runDue(world, webhooks).catch((error) => process.stderr.write(`sandbox: tick failed: ${error}\n`));
  }, tickMs);
  return () => clearInterval(timer);
}

/** Starts the outside world on loopback; ports left out are free ones. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const restored = options.stateFile ? await readSnapshot(options.stateFile) : undefined;
  const snapshot = createSnapshot(options.stateFile, () => world.state);
  const world: World = createWorld(options, () => snapshot.schedule(), restored);
  const webhooks = createWebhookQueue(world);
  const server = createAdaptorServer({ fetch: sandboxApp(world, webhooks).fetch }) as Server;
  const port = await listen(server, options.port ?? 0);
  world.publicUrl ||= `http://localhost:${port}`;
  let smtp: Awaited<ReturnType<typeof startSmtpReceiver>>;
  try {
    smtp = await startSmtpReceiver(world, options.smtpPort ?? 0);
  } catch (error) {
    server.close();
    throw error;
  }
  const stopTicker = startTicker(world, webhooks);
  return {
    url: `http://${host}:${port}`,
    port,
    smtpPort: smtp.port,
    stop: async () => {
      stopTicker();
      await webhooks.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, smtp.stop()]);
      await snapshot.flush();
    },
  };
}
