import { Hono } from "hono";
import { z } from "zod";
import type { SandboxEnv } from "../http/hang-up.ts";
import { endRateWindows } from "../platforms/rate-window.ts";
import type { World } from "../world.ts";
import { readControl } from "./read-control.ts";

const Moment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const Clock = z.strictObject({
  wall: Moment.optional(),
  business: Moment.optional(),
  rate: z.number().min(0).max(1_000_000).optional(),
});
const Advance = z.strictObject({ ms: z.number().min(0), wall: z.boolean().optional() });

/** Time set this far ahead is a leap over time in which nobody asked anything. */
const leapMs = 3_600_000;

function presentClock(world: World): Record<string, unknown> {
  const { wall, business, rate } = world.state.clock;
  return {
    wall: new Date(wall).toISOString(),
    business: new Date(business).toISOString(),
    rate,
    now: new Date(world.businessNow()).toISOString(),
  };
}

/** GET, PUT /clock and POST /clock/advance. What the new time makes due has happened when the answer arrives. */
export function clockControl(world: World, settle: () => Promise<void>): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get("/", (c) => c.json(presentClock(world)));
  routes.put("/", async (c) => {
    const clock = await readControl(c, Clock);
    const wall = clock.wall ?? Date.now();
    if (clock.business !== undefined && clock.business - world.businessNow() > leapMs) endRateWindows();
    world.setClock({
      wall,
      business: clock.business ?? world.businessNow(),
      rate: clock.rate ?? world.state.clock.rate,
    });
    await settle();
    return c.json(presentClock(world));
  });
  routes.post("/advance", async (c) => {
    const { ms, wall } = await readControl(c, Advance);
    if (wall === true) world.state.wallAddedMs += ms;
    world.setClock({ wall: Date.now(), business: world.businessNow() + ms, rate: world.state.clock.rate });
    await settle();
    return c.json(presentClock(world));
  });
  return routes;
}
