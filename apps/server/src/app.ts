import { contract } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { Hono } from "hono";
import { serveDocs } from "./http/openapi.ts";
import { createHandlers } from "./http/routes.ts";
import { serveContract } from "./http/serve-contract.ts";

/** The API as one function from a request to an answer: tests call it without a port. */
export function createApp(core: Core): Hono {
  const app = new Hono();
  serveDocs(app, contract);
  // The short address that pages send to; same door, same rules.
  app.post("/api/telemetry", (context) => app.fetch(readdressed(context.req.raw, "/api/v1/telemetry"), context.env));
  serveContract(app, core, contract, createHandlers(core));
  return app;
}

function readdressed(request: Request, path: string): Request {
  const url = new URL(request.url);
  url.pathname = path;
  return new Request(url, request);
}
