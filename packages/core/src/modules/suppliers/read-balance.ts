import type { Scope, Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { after, days, hours } from "#kernel/clock";
import { findBalanceBefore, insertBalance, listBalances } from "./balance-repository.ts";
import { evaluateBalance } from "./evaluate-balance.ts";
import { findProvider, listProviderRows } from "./provider-repository.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import { readBalanceJob } from "./supplier-jobs.ts";
import type { BalanceView } from "./views.ts";

const keptDays = 60;

/** Gives each supplier that tells its balance a reading. */
export async function handOutBalances(deps: SupplierDeps, tx: Tx, occasion: string): Promise<void> {
  for (const provider of await listProviderRows(tx)) {
    if (provider.state === "retired" || !deps.openProvider(provider).capabilities.balance) continue;
    tx.enqueue(readBalanceJob, { providerId: provider.id }, { key: `${provider.id} ${occasion}` });
  }
}

/** Asks one supplier, and keeps what it said or why it said nothing. */
export async function readBalance(deps: SupplierDeps, run: ExternalRun, providerId: string): Promise<void> {
  const stored = await run.transaction((tx) => findProvider(tx, providerId));
  if (stored === null) return;
  const outcome = await deps.openProvider(stored).balance();
  const readAt = deps.clock.now();
  const told =
    outcome.kind === "known"
      ? { amountMinor: outcome.amountMinor, currency: outcome.currency, trouble: null }
      : { amountMinor: null, currency: null, trouble: outcome.reason };
  await run.complete((tx) => insertBalance(tx, { providerId, readAt, ...told }, after(readAt, -days(keptDays))));
}

/** The last reading, the forecast from the last day, and the history of a month; null while there is no reading. */
export async function viewBalance(deps: SupplierDeps, scope: Scope, providerId: string): Promise<BalanceView | null> {
  const now = deps.clock.now();
  const history = await listBalances(scope, providerId, after(now, -days(30)));
  const last = history.at(-1);
  if (last === undefined) return null;
  const since = after(last.readAt, -hours(24));
  // The last reading before the window says where the day began.
  const before = await findBalanceBefore(scope, providerId, since);
  const day = history.filter((reading) => reading.readAt >= since);
  const standing = history.findLast((reading) => reading.amountMinor !== null);
  const closeEnough = before !== null && before.readAt >= after(since, -hours(12)) ? [before] : [];
  return {
    readAt: last.readAt,
    amountMinor: standing?.amountMinor ?? null,
    currency: standing?.currency ?? null,
    trouble: last.trouble,
    ...evaluateBalance([...closeEnough, ...day]),
    history: history.flatMap(({ readAt, amountMinor }) => (amountMinor === null ? [] : [{ at: readAt, amountMinor }])),
  };
}
