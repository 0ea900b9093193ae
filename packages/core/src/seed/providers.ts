import { system } from "#kernel/actor";
import type { ProviderDraft } from "#modules/suppliers";
import type { Core } from "../core.ts";
import { atelier } from "./atelier.ts";
import { northbeam, quayside } from "./northbeam.ts";
import { offers } from "./offers.ts";
import type { SupplierAccess } from "./supplier-access.ts";

/** Fixed, so that whoever configures the suppliers' webhooks knows the address before the seed has run. */
export const seededProviderIds = {
  northbeam: "prv_00000000000000000n0rthbeam",
  atelier: "prv_0000000000000000000ate11er",
  quayside: "prv_000000000000000000qvays1de",
  desk: "prv_0000000000000000000000desk",
} as const;

const actor = system("seed");

/**
 * Adds the suppliers, what they do at which price, and what of the catalogue they serve. Safe to run again: a supplier
 * that is there keeps its state, for people may have paused it.
 */
export async function seedProviders(
  core: Pick<Core, "database" | "suppliers">,
  access: {
    readonly northbeam: SupplierAccess;
    readonly atelier: SupplierAccess;
    readonly quayside?: SupplierAccess | null;
  },
): Promise<void> {
  const { northbeam: northbeamId, atelier: atelierId, quayside: quaysideId } = seededProviderIds;
  const third = access.quayside ?? null;
  const drafts: ProviderDraft[] = [
    { ...northbeam(access.northbeam), id: northbeamId },
    { ...atelier(access.atelier), id: atelierId },
    ...(third === null ? [] : [{ ...quayside(third), id: quaysideId }]),
    desk,
  ];
  await core.database.transaction(async (tx) => {
    for (const draft of drafts) {
      const before = draft.id === undefined ? null : await core.suppliers.find(tx, draft.id);
      await core.suppliers.saveProvider(tx, actor, { ...draft, state: before?.state ?? draft.state });
    }
    for (const { supplier, serviceKey, unitsPerItem, ...offer } of offers) {
      if (supplier === "quayside" && third === null) continue;
      const providerId = seededProviderIds[supplier];
      await core.suppliers.saveService(tx, actor, { ...offer, providerId, currency: "EUR" });
      const mapping = { target: { serviceKey }, providerId, service: offer.service, unitsPerItem, priority: 10 };
      await core.suppliers.mapService(tx, actor, mapping);
    }
  });
}

/** Our own people, for what no supplier does. */
const desk: ProviderDraft = {
  id: seededProviderIds.desk,
  name: "Concierge desk",
  kind: "manual",
  state: "active",
  currency: "EUR",
  config: {},
};
