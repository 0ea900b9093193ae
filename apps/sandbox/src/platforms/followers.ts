import { cheapFraction, seededFraction } from "../seeded-random.ts";
import { deliveredAt, progressOf } from "../suppliers/job-progress.ts";
import type { SupplierJob } from "../suppliers/supplier-state.ts";
import type { World } from "../world.ts";
import type { Channel } from "./platform-state.ts";

const dayMs = 86_400_000;
/** Day zero of every channel's walk. */
const epoch = Date.UTC(2026, 0, 1);
/** People follow a little after they have seen something. */
const liftLagMs = 2 * 3_600_000;

/** What a channel is like before anyone delivers anything to it. */
export interface ChannelNature {
  base: number;
  growthPerDay: number;
  stream: number;
}

/** Size and growth of a channel, from its name alone: a few hundred to a few hundred thousand followers. */
export function natureOf(world: World, channel: Channel): ChannelNature {
  const fraction = (what: string) => seededFraction(world.seed, channel.platform, channel.handle, what);
  const base = Math.round(10 ** (2.6 + 2.6 * fraction("size")));
  const growthPerDay = channel.growthPerDay ?? base * (0.0002 + 0.0016 * fraction("growth"));
  return { base, growthPerDay, stream: Math.floor(fraction("stream") * 2 ** 31) };
}

/** Followers won on one day: the usual growth, uneven by day. */
function dayGain(nature: ChannelNature, day: number): number {
  // Three uniform draws make a bump that is near enough to a bell for this.
  const draws = [0, 1, 2].map((index) => cheapFraction(nature.stream + index * 7_919, day));
  const noise = draws.reduce((sum, value) => sum + value, 0) - 1.5;
  return nature.growthPerDay + noise * Math.sqrt(Math.abs(nature.growthPerDay) + 1) * 1.4;
}

/** Followers won since day zero, negative before it; between midnights the day's gain comes in evenly. */
export function walkAt(nature: ChannelNature, at: number): number {
  const days = (at - epoch) / dayMs;
  const whole = Math.floor(days);
  let sum = 0;
  for (let day = 0; day < whole; day += 1) {
    sum += dayGain(nature, day);
  }
  for (let day = whole; day < 0; day += 1) {
    sum -= dayGain(nature, day);
  }
  return sum + (days - whole) * dayGain(nature, whole);
}

function reaches(job: SupplierJob, channel: Channel): boolean {
  return job.handle === channel.handle && (job.platform === channel.platform || job.platform === "");
}

/** Followers won because of what suppliers delivered to the channel. */
export function liftAt(world: World, channel: Channel, base: number, at: number): number {
  let lift = 0;
  for (const { jobs, pace } of Object.values(world.state.suppliers)) {
    for (const id in jobs) {
      const job = jobs[id];
      if (job && reaches(job, channel)) {
        const then = at - liftLagMs;
        // What was won through something that is gone goes as well.
        const delivered = job.dropOff ? progressOf(job, pace, then).delivered : deliveredAt(job, pace, then);
        lift += delivered * job.lift.perUnit + (delivered / job.quantity) * job.lift.shareOfBase * base;
      }
    }
  }
  return lift;
}

/** Exact number of followers at a moment of business time: a pure function of the state and that moment. */
export function followersAt(world: World, channel: Channel, at: number): number {
  const nature = natureOf(world, channel);
  const { anchor } = channel;
  const base = anchor?.followers ?? nature.base;
  const grown = walkAt(nature, at) + liftAt(world, channel, base, at);
  const before = anchor ? walkAt(nature, anchor.at) + liftAt(world, channel, base, anchor.at) : 0;
  return Math.max(0, Math.round(base + grown - before));
}
