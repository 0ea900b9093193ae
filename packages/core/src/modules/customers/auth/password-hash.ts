import { AsyncLocalStorage } from "node:async_hooks";
import { hash, type Options, verify } from "@node-rs/argon2";
import { hashingBusy } from "../customer-errors.ts";

export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(attempt: { hash: string; password: string }): Promise<boolean>;
  /** Hashes first, then runs `work`, in which `hash` gives that result: so that no transaction is open meanwhile. */
  prepared<R>(password: string, work: () => Promise<R>): Promise<R>;
}

/** OWASP's first choice; about 20 MiB for each hash that runs. `algorithm` 2 is Argon2id in the encoded format. */
const parameters: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const runningMax = 2;
const waitingMax = 100;

/** Argon2id, at most two at once, so that a storm of sign-ins can't take both cores; beyond a queue it refuses. */
export function createPasswordHash(): PasswordHash {
  const turns = createTurns();
  const ready = new AsyncLocalStorage<string>();
  const compute = (password: string) => turns(() => hash(password, parameters));
  return {
    hash: async (password) => ready.getStore() ?? compute(password),
    verify: ({ hash: stored, password }) => turns(() => verify(stored, password)),
    prepared: async (password, work) => ready.run(await compute(password), work),
  };
}

function createTurns() {
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = async () => {
    if (running < runningMax) {
      running += 1;
      return;
    }
    if (waiting.length >= waitingMax) throw hashingBusy();
    // Whoever finishes hands its place over, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const done = () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
  return async <R>(work: () => Promise<R>): Promise<R> => {
    await turn();
    try {
      return await work();
    } finally {
      done();
    }
  };
}
