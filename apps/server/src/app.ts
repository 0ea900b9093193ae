import { contract } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { Hono } from "hono";
import { serveDocs } from "./http/openapi.ts";
import { createHandlers } from "./http/routes.ts";
import { serveContract } from "./http/serve-contract.ts";

/** The API as one function from a request to an answer: tests call it without a port. */
export function createApp(core: Core): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    context.res.headers.set("x-content-type-options", "nosniff");
    context.res.headers.set("referrer-policy", "strict-origin-when-cross-origin");
    context.res.headers.set("x-frame-options", "DENY");
  });
  serveDocs(app, contract);
  serveContract(app, core, contract, createHandlers(core));
  return app;
}
