import { z } from "zod";
import { defineJob } from "#infrastructure/jobs";

/** Asks suppliers that tell their balance; who was asked within five minutes of business time waits for the next tick. */
export const handOutBalancesJob = defineJob({
  id: "suppliers.hand-out-balances",
  lane: "local",
  payload: z.object({}),
  cron: "* * * * *",
});

/** Asks a supplier what is left of our credit. A missed reading is followed by the next: it is not tried for long. */
export const readBalanceJob = defineJob({
  id: "suppliers.read-balance",
  lane: "suppliers",
  retryLimit: 2,
  payload: z.object({ providerId: z.string() }),
});
