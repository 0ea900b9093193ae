import type pg from "pg";
import { type Clock, createClock, createSystemClock } from "#kernel/clock";

interface EpochRow {
  wall: Date;
  business: Date;
  rate: number;
}

/**
 * The clock of this shop. At rate 1 it is the system's. Above 1 the epoch is kept in the database: business time goes
 * on where the last run left it, so that a restart doesn't jump, and processes that don't `lead` follow the one that does.
 */
export async function loadClock(pool: pg.Pool, rate: number, lead: boolean): Promise<Clock> {
  if (rate === 1) return createSystemClock();
  const stored = await pool.query<EpochRow>("select wall, business, rate from clock_epoch");
  const last = stored.rows[0];
  if (last !== undefined && !lead) return createClock(last);
  const wall = new Date();
  const epoch = { wall, business: last?.business ?? wall, rate };
  await saveEpoch(pool, epoch);
  return createClock(epoch);
}

/** Remembers how far business time has come. Called every few seconds by the process that leads. */
export async function saveEpoch(pool: pg.Pool, epoch: EpochRow): Promise<void> {
  await pool.query(
    `insert into clock_epoch (wall, business, rate) values ($1, $2, $3)
     on conflict (one) do update set wall = excluded.wall, business = excluded.business, rate = excluded.rate`,
    [epoch.wall, epoch.business, epoch.rate],
  );
}
