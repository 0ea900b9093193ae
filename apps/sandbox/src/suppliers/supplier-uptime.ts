import { seededFraction } from "../seeded-random.ts";
import type { World } from "../world.ts";
import type { SupplierId } from "./supplier-state.ts";

const hourMs = 3_600_000;

/** Whether a supplier can be reached now: up and down by turns of random length while it flaps, the same for a seed. */
export function isUp(world: World, supplier: SupplierId): boolean {
  const { control, flapsSince } = world.state.suppliers[supplier];
  if (control.mode === "down") return false;
  if (control.mode !== "flapping") return true;
  const now = world.businessNow();
  let turnEnds = flapsSince;
  for (let turn = 0; ; turn += 1) {
    const up = turn % 2 === 0;
    const fraction = seededFraction(world.seed, supplier, "flap", turn);
    turnEnds += -Math.log(1 - fraction) * (up ? control.upHours : control.downHours) * hourMs;
    if (turnEnds > now) return up;
  }
}

/** Whether this request is one of those a supplier that is short of strength turns away. */
export function isTurnedAway(world: World, supplier: SupplierId): boolean {
  const state = world.state.suppliers[supplier];
  if (state.control.mode !== "brown-out") return false;
  state.asked += 1;
  world.changed();
  return seededFraction(world.seed, supplier, "brown-out", state.asked) < state.control.failShare;
}
