import { failure, startChild, stopChild, waitUntilAnswering } from "./child.mjs";
import { openRunRecord } from "./run-record.mjs";

const RESTARTS = 3;
/** Programs that die more often than the above within this time will not get well by starting them again. */
const RESTART_WINDOW_MS = 60_000;

/** Keeps programs running in the order they were started, and stops them in reverse. */
export function createSupervisor({ data, onFailure, onRestart }) {
  const record = openRunRecord(data);
  const stops = [];
  const force = new AbortController();
  let stopping;

  async function launch(program, current) {
    if (stopping) throw new Error("Stopping.");
    const child = startChild({ ...program, data });
    current.child = child;
    await record.add(program.name, child.pid);
    await waitUntilAnswering(child, program.readyUrl, program.readyTimeoutMs);
    await program.onReady?.();
  }

  /** Starts a program, waits until it answers, and starts it again if it dies. */
  async function run(program) {
    const current = { child: undefined };
    stops.push(() => current.child && stopChild(current.child, force.signal));
    await launch(program, current);
    watch(program, current, []);
  }

  function watch(program, current, deaths) {
    current.child.exit.then(async (how) => {
      if (stopping) return;
      const now = performance.now();
      const recent = [...deaths.filter((time) => now - time < RESTART_WINDOW_MS), now];
      if (recent.length > RESTARTS) return onFailure(failure(current.child, `keeps ending (${how})`));
      onRestart(program.name, how);
      try {
        await launch(program, current);
        watch(program, current, recent);
      } catch (error) {
        if (!stopping) onFailure(error);
      }
    });
  }

  async function stopAll() {
    for (const stop of stops.reverse()) await stop();
    record.close();
  }

  return {
    run,
    /** Registers something that is stopped in its turn. */
    addStop: (stop) => stops.push(stop),
    /** The first call lets every program finish what it does; a second one gives them 5 s. */
    stop() {
      if (stopping) force.abort();
      stopping ??= stopAll();
      return stopping;
    },
  };
}
