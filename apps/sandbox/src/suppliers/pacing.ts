import type { PaceChange, Tranche } from "./supplier-state.ts";

/** Working milliseconds between two moments, given how fast the supplier worked when. */
export function workedBetween(pace: PaceChange[], from: number, to: number): number {
  let worked = 0;
  let at = from;
  let speed = 1;
  for (const change of pace) {
    if (change.from >= to) {
      break;
    }
    if (change.from > at) {
      worked += (change.from - at) * speed;
      at = change.from;
    }
    speed = change.speed;
  }
  return worked + Math.max(0, to - at) * speed;
}

/** The moment at which `worked` milliseconds of work since `from` are reached; null while the supplier stands still. */
export function momentOfWork(pace: PaceChange[], from: number, worked: number): number | null {
  let left = worked;
  let at = from;
  let speed = 1;
  for (const change of pace) {
    if (change.from > at) {
      const step = (change.from - at) * speed;
      if (step >= left) {
        break;
      }
      left -= step;
      at = change.from;
    }
    speed = change.speed;
  }
  return left <= 0 ? at : speed > 0 ? at + left / speed : null;
}

/** Slow start, busy middle, slow end, with bumps of the tranche's own; rises from 0 to 1 and never falls. */
export function deliveryCurve(elapsed: number, noise: number): number {
  const x = Math.min(1, Math.max(0, elapsed));
  const room = x * (1 - x);
  const bump = 0.12 * Math.sin(2 * Math.PI * (2 * x + noise)) + 0.06 * Math.sin(2 * Math.PI * (5 * x + 3 * noise));
  const warped = Math.min(1, Math.max(0, x + room * bump));
  return warped * warped * (3 - 2 * warped);
}

/** How far a tranche is at a moment: share of its working time, 0 to 1. */
export function trancheElapsed(tranche: Tranche, pace: PaceChange[], at: number): number {
  if (at <= tranche.acceptedAt) {
    return 0;
  }
  const worked = workedBetween(pace, tranche.acceptedAt, at) - tranche.startDelayMs;
  return Math.min(1, Math.max(0, worked / tranche.durationMs));
}

/** Whole units of a tranche delivered at a share of its working time. */
export function unitsAt(tranche: Tranche, elapsed: number): number {
  const target = Math.floor(tranche.quantity * tranche.share + 1e-9);
  return elapsed >= 1 ? target : Math.floor(target * deliveryCurve(elapsed, tranche.noise));
}
