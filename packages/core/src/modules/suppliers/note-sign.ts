import type { Tx } from "#infrastructure/database";
import { recordActor, system } from "#kernel/actor";
import { type HealthSign, healthy, incidents, takeSign } from "./evaluate-health.ts";
import { findHealth, holdHealth, updateHealth } from "./health-repository.ts";
import { insertChange } from "./provider-repository.ts";
import type { SupplierDeps } from "./supplier-deps.ts";

const actor = recordActor(system("suppliers.health"));

/** Takes in what was just seen of a supplier, and writes on its timeline which incidents begin and end with it. */
export async function noteSign(
  deps: Pick<SupplierDeps, "clock">,
  tx: Tx,
  providerId: string,
  sign: HealthSign,
): Promise<void> {
  // Most signs are good ones that change nothing: they take no lock.
  const known = (await findHealth(tx, providerId)) ?? healthy;
  if (JSON.stringify(takeSign(known, sign)) === JSON.stringify(known)) return;
  const before = await holdHealth(tx, providerId);
  const now = takeSign(before, sign);
  await updateHealth(tx, providerId, now);
  for (const incident of incidents) {
    const [was, is] = [before.openIncidents.includes(incident), now.openIncidents.includes(incident)];
    if (was === is) continue;
    const detail = { incident, failedInRow: now.failedInRow, lateShare: now.lateShare, ...hoursOf(sign) };
    const kind = is ? "incident" : "incident-over";
    await insertChange(tx, { providerId, at: deps.clock.now(), actor, kind, detail, reason: null });
  }
}

const hoursOf = ({ hoursToEmpty }: HealthSign) => (hoursToEmpty == null ? {} : { hoursToEmpty });
