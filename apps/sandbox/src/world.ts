import { defaultKeys, type SandboxKeys, type SandboxOptions } from "./sandbox-options.ts";
import { type ClockAnchor, emptyWorldState, type WorldState } from "./world-state.ts";

/** The state of the imitated outside world and its two clocks. */
export interface World {
  state: WorldState;
  readonly seed: number;
  readonly keys: SandboxKeys;
  /** Start of every absolute link. Known only once the server listens. */
  publicUrl: string;
  /** Business time in milliseconds: deliveries and followers grow in it. */
  businessNow(): number;
  /** The time signatures are made at: real time, and what a test added to it. */
  wallNow(): number;
  /** Sets the anchor; business time runs on from it. */
  setClock(anchor: ClockAnchor): void;
  /** Says that the state changed and should be kept. */
  changed(): void;
  /** Forgets everything, back to what a fresh start with the same options has. */
  reset(): void;
}

/** Builds a world; `onChange` hears of every change of state. */
export function createWorld(options: SandboxOptions, onChange: () => void, restored?: WorldState): World {
  const targets = options.webhooks ?? {};
  const fresh = () => emptyWorldState(targets, Date.now());
  const state = restored ?? fresh();
  // Targets given at this start win over those of an earlier run: ports and secrets change between runs.
  state.webhooks.targets = { ...state.webhooks.targets, ...targets };
  const world: World = {
    state,
    seed: options.seed ?? 1,
    keys: { ...defaultKeys, ...options.keys },
    publicUrl: options.publicUrl ?? "",
    businessNow: () => {
      const { wall, business, rate } = world.state.clock;
      return business + (Date.now() - wall) * rate;
    },
    wallNow: () => Date.now() + world.state.wallAddedMs,
    setClock: (anchor) => {
      world.state.clock = anchor;
      onChange();
    },
    changed: onChange,
    reset: () => {
      world.state = fresh();
      onChange();
    },
  };
  return world;
}
