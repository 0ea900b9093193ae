import { createHash } from "node:crypto";
import { CardError } from "./card-error.ts";
import type { CardState, SavedAnswer } from "./card-state.ts";

const keptMs = 24 * 3_600_000;
/** Pruning looks at the oldest keys only, so that a busy run stays cheap. */
const prunedAtOnce = 2;

/** What makes two requests the same for Stripe: method, path and parameters. */
export function fingerprintOf(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("base64");
}

/** The saved answer of a key, or undefined when this is its first use. Throws when the parameters differ. */
export function findSavedAnswer(state: CardState, key: string, fingerprint: string): SavedAnswer | undefined {
  const saved = state.idempotency[key];
  if (!saved || saved.savedAt + keptMs < Date.now()) {
    return undefined;
  }
  if (saved.fingerprint !== fingerprint) {
    throw new CardError(400, {
      type: "idempotency_error",
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }
  return saved;
}

/** Keeps the first answer of a key for a day. */
export function saveAnswer(state: CardState, key: string, answer: SavedAnswer): void {
  state.idempotency[key] = answer;
  let looked = 0;
  for (const old in state.idempotency) {
    const entry = state.idempotency[old];
    if (looked++ >= prunedAtOnce || !entry) {
      return;
    }
    if (entry.savedAt + keptMs < Date.now()) {
      delete state.idempotency[old];
    }
  }
}

/** 409 while the first request of a key is still being answered. */
export function keyInUse(key: string): CardError {
  return new CardError(409, {
    type: "idempotency_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
}
