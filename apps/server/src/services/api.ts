import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Core } from "@smplat/core";
import { createApp } from "../app.ts";
import type { RunningService } from "./service.ts";

export interface ApiService extends RunningService {
  readonly port: number;
}

/** Serves the API. Slow or endless requests are cut off before they can hold up others. */
export async function startApi(core: Core): Promise<ApiService> {
  const app = createApp(core);
  const server = serve({
    fetch: app.fetch,
    hostname: core.config.api.host,
    port: core.config.api.port,
    serverOptions: { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  const { port } = server.address() as AddressInfo;
  core.logger.info({ port }, "the API listens");
  return {
    name: "api",
    port,
    stop: (graceMs) =>
      new Promise((resolve) => {
        const force = setTimeout(() => "closeAllConnections" in server && server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        if ("closeIdleConnections" in server) server.closeIdleConnections();
      }),
  };
}
