import { Hono } from "hono";
import type { SandboxEnv } from "../http/hang-up.ts";
import { runDue } from "../run-due.ts";
import type { WebhookQueue } from "../webhooks/webhook-queue.ts";
import type { World } from "../world.ts";
import { clockControl } from "./clock-control.ts";
import { ControlError } from "./read-control.ts";
import { supplierControl } from "./supplier-control.ts";
import { webhookControl } from "./webhook-control.ts";
import { worldControl } from "./world-control.ts";

/** Everything under /control: how the outside world is made to behave. */
export function controlRoutes(world: World, webhooks: WebhookQueue): Hono<SandboxEnv> {
  const settle = () => runDue(world, webhooks);
  const routes = new Hono<SandboxEnv>();
  routes.get("/health", (c) => c.json({ status: "ok" }));
  routes.post("/reset", (c) => {
    world.reset();
    return c.body(null, 204);
  });
  routes.post("/tick", async (c) => {
    await settle();
    return c.json({
      business: new Date(world.businessNow()).toISOString(),
      pending: world.state.webhooks.pending.length,
    });
  });
  routes.route("/clock", clockControl(world, settle));
  routes.route("/", webhookControl(world, webhooks));
  routes.route("/", supplierControl(world, settle));
  routes.route("/", worldControl(world, webhooks));
  routes.onError((error, c) => {
    if (error instanceof ControlError) {
      return c.json({ error: { message: error.message } }, 422);
    }
    throw error;
  });
  return routes;
}
