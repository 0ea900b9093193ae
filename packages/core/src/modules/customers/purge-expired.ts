import type { Tx } from "#infrastructure/database";
import { type Clock, days } from "#kernel/clock";
import { deleteExpired } from "./customer-repository.ts";

/** Wishes and used links stay this long for whoever looks into an abuse. */
const keepMs = days(2);

/** Removes what is over. Nothing depends on it: every reader checks the expiry itself. */
export const purgeExpired = (deps: { clock: Clock }, tx: Tx): Promise<void> =>
  deleteExpired(tx, deps.clock.wall(), keepMs);
