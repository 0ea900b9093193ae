import { Hono } from "hono";
import { z } from "zod";
import type { SandboxEnv } from "../http/hang-up.ts";
import type { WebhookQueue } from "../webhooks/webhook-queue.ts";
import type { World } from "../world.ts";
import { given, readControl } from "./read-control.ts";

const Target = z
  .strictObject({ url: z.url(), secret: z.string().min(1), events: z.array(z.string().min(1)).optional() })
  .transform(({ events, ...target }) => ({ ...target, ...(events ? { events } : {}) }));
const Targets = z.strictObject({
  stripe: Target.nullable().optional(),
  northbeam: Target.nullable().optional(),
  atelier: Target.nullable().optional(),
});
const Mode = z.strictObject({
  duplicate: z.int().min(0).max(100).optional(),
  delayMs: z.int().min(0).optional(),
  shuffle: z.boolean().optional(),
  drop: z.boolean().optional(),
  hold: z.boolean().optional(),
});
const Flush = z.strictObject({ order: z.array(z.int().min(0)).optional() });

/** Where webhooks go, how they are disturbed, and what became of them. */
export function webhookControl(world: World, webhooks: WebhookQueue): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.put("/webhooks", async (c) => {
    const changes = given(await readControl(c, Targets));
    const { targets } = world.state.webhooks;
    for (const source of ["stripe", "northbeam", "atelier"] as const) {
      const target = changes[source];
      if (target) {
        targets[source] = target;
      } else if (target === null) {
        delete targets[source];
      }
    }
    world.changed();
    return c.json({
      targets: Object.fromEntries(Object.entries(targets).map(([source, { url }]) => [source, { url }])),
    });
  });
  routes.put("/webhook-mode", async (c) => {
    const mode = given(await readControl(c, Mode));
    Object.assign(world.state.webhooks.mode, mode);
    if (mode.hold === false) {
      for (const pending of world.state.webhooks.pending) {
        pending.held = false;
      }
    }
    world.changed();
    await webhooks.sendDue();
    return c.json(world.state.webhooks.mode);
  });
  routes.get("/webhooks/pending", (c) =>
    c.json({
      pending: world.state.webhooks.pending.map((entry, index) => ({ index, ...entry, body: JSON.parse(entry.body) })),
    }),
  );
  routes.post("/webhooks/flush", async (c) => {
    const { order } = await readControl(c, Flush);
    return c.json({ sent: await webhooks.flush(order) });
  });
  routes.get("/webhooks/log", (c) => c.json({ log: world.state.webhooks.log }));
  return routes;
}
