import { setTimeout as pause } from "node:timers/promises";
import type { Traffic } from "./traffic.ts";

/** A lane's leave to take one job while people wait. */
export interface Turn {
  /** Resolves when the job is done, or has taken so long that it must be waiting for somebody outside. */
  after(job: Promise<unknown>): Promise<unknown>;
  /** Ends the turn; the rest begins. */
  end(): void;
}

export interface Turns {
  /** Null at once while nobody has to be given way to; else the lane's turn, when it comes. */
  take(): Promise<Turn | null>;
}

/** After a turn background work rests this many times as long as the turn took: a tenth of the time stays its own. */
const restFactor = 9;
const turnMaxMs = 1_000;
const restMaxMs = 2_000;
const lookMs = 20;

/** One job at a time in all of this process while it is pressed, with rests in between. */
export function createTurns(traffic: Pick<Traffic, "isPressing">, isOver: () => boolean): Turns {
  let taken = false;
  let restUntil = 0;
  return {
    take: async () => {
      while (traffic.isPressing() && !isOver()) {
        if (!taken && performance.now() >= restUntil) {
          taken = true;
          const started = performance.now();
          const end = () => {
            const took = performance.now() - started;
            restUntil = performance.now() + Math.min(restMaxMs, restFactor * took);
            taken = false;
          };
          return { end, after: (job) => Promise.race([job, pause(turnMaxMs, undefined, { ref: false })]) };
        }
        await pause(lookMs);
      }
      return null;
    },
  };
}
