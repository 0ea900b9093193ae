import type { Scope, Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { after, days, minutes, seconds } from "#kernel/clock";
import { invariant } from "#kernel/domain-error";
import { type BalanceReading, insertBalance, listAskedSince, listBalances } from "./balance-repository.ts";
import { evaluateBalance } from "./evaluate-balance.ts";
import { noteSign } from "./note-sign.ts";
import { findProvider, listProviderRows } from "./provider-repository.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import { providerToppedUp } from "./supplier-events.ts";
import { readBalanceJob } from "./supplier-jobs.ts";
import type { BalanceView } from "./views.ts";

const keptDays = 60;
/** Five minutes of business time, and less than a tick: on a fast clock every tick reads, on a real one every fifth. */
const gapMs = minutes(5) - seconds(30);

/** Gives each supplier that tells its balance and was not just asked a reading. */
export async function handOutBalances(deps: SupplierDeps, tx: Tx, occasion: string): Promise<void> {
  const asked = await listAskedSince(tx, after(deps.clock.now(), -gapMs));
  for (const provider of await listProviderRows(tx)) {
    if (asked.has(provider.id)) continue;
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
  await run.complete(async (tx) => {
    await insertBalance(tx, { providerId, readAt, ...told }, after(readAt, -days(keptDays)));
    const balance = (await viewBalances(deps, tx, [providerId])).get(providerId);
    if (told.trouble === null && isToppedUp(balance)) tx.publish(providerToppedUp, { providerId });
    const forecast = told.trouble === null ? { hoursToEmpty: balance?.hoursToEmpty ?? null } : {};
    await noteSign(deps, tx, providerId, { isAnswering: told.trouble === null, ...forecast });
  });
}

/** Whether the last reading is above the one before. */
function isToppedUp(balance: BalanceView | undefined): boolean {
  const [before, last] = balance?.history.slice(-2) ?? [];
  return before !== undefined && last !== undefined && last.amountMinor > before.amountMinor;
}

/**
 * What suppliers last said is left, by id, with the history of a month and a forecast from it. Who was never asked is
 * left out.
 */
export async function viewBalances(
  deps: Pick<SupplierDeps, "clock">,
  scope: Scope,
  providerIds: readonly string[],
): Promise<ReadonlyMap<string, BalanceView>> {
  const readings = await listBalances(scope, providerIds, after(deps.clock.now(), -days(30)));
  const bySupplier = Map.groupBy(readings, (reading) => reading.providerId);
  return new Map([...bySupplier].map(([id, own]) => [id, balanceOf(own)]));
}

function balanceOf(history: readonly BalanceReading[]): BalanceView {
  const last = history.at(-1);
  invariant(last !== undefined, "a group has a member");
  const known = history.filter((reading) => reading.amountMinor !== null);
  const standing = known.at(-1);
  return {
    readAt: last.readAt,
    amountMinor: standing?.amountMinor ?? null,
    currency: standing?.currency ?? null,
    trouble: last.trouble,
    ...evaluateBalance(known),
    history: known.map(({ readAt, amountMinor }) => ({ at: readAt, amountMinor: amountMinor ?? 0 })),
  };
}
