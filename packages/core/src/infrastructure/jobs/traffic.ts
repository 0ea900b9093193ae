import { performance } from "node:perf_hooks";

/** How busy this process is with people: background work asks before it takes a job. */
export interface Traffic {
  /** A request came in; call what is returned when it is answered. */
  enter(): () => void;
  /** Whether people wait while the process has little time left. */
  isPressing(): boolean;
}

/** Share of the time this process works. The database on the same machine needs its part of the rest. */
const utilizationMax = 0.5;
const sampleMs = 200;

export function createTraffic(): Traffic {
  let waiting = 0;
  let sampledAt = performance.now();
  let sample = performance.eventLoopUtilization();
  let utilization = 0;
  const measure = () => {
    const now = performance.now();
    if (now - sampledAt < sampleMs) return;
    const current = performance.eventLoopUtilization();
    utilization = performance.eventLoopUtilization(current, sample).utilization;
    sample = current;
    sampledAt = now;
  };
  return {
    enter: () => {
      waiting += 1;
      let inside = true;
      return () => {
        if (inside) waiting -= 1;
        inside = false;
      };
    },
    isPressing: () => {
      measure();
      return waiting > 0 && utilization > utilizationMax;
    },
  };
}
