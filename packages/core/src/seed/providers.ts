import { system } from "#kernel/actor";
import type { ProviderDraft } from "#modules/suppliers";
import type { Core } from "../core.ts";
import { atelier } from "./atelier.ts";
import { northbeam } from "./northbeam.ts";
import type { SupplierAccess } from "./supplier-access.ts";

/** Fixed, so that whoever configures the suppliers' webhooks knows the address before the seed has run. */
export const seededProviderIds = {
  northbeam: "prv_00000000000000000n0rthbeam",
  atelier: "prv_0000000000000000000ate11er",
  desk: "prv_0000000000000000000000desk",
} as const;

const actor = system("seed");

/** Adds the suppliers, what they do at which price, and what of the catalogue they serve. Safe to run again. */
export async function seedProviders(
  core: Pick<Core, "database" | "suppliers">,
  access: { readonly northbeam: SupplierAccess; readonly atelier: SupplierAccess },
): Promise<void> {
  await core.database.transaction(async (tx) => {
    for (const draft of [
      { ...northbeam(access.northbeam), id: northbeamId },
      { ...atelier(access.atelier), id: atelierId },
      desk,
    ]) {
      await core.suppliers.saveProvider(tx, actor, draft);
    }
    for (const { providerId, serviceKey, service, amountMinor, perUnits, unitsPerItem, priority } of offers) {
      const cost = { model: "per_unit", amountMinor, perUnits };
      await core.suppliers.saveService(tx, actor, { providerId, service, cost, currency: "EUR" });
      const mapping = { target: { serviceKey }, providerId, service, unitsPerItem, priority };
      await core.suppliers.mapService(tx, actor, mapping);
    }
  });
}

interface Offer {
  readonly providerId: string;
  readonly serviceKey: string;
  readonly service: string;
  readonly amountMinor: number;
  readonly perUnits: number;
  readonly unitsPerItem: number;
  readonly priority: number;
}

const { northbeam: northbeamId, atelier: atelierId, desk: deskId } = seededProviderIds;

function offer(
  providerId: string,
  serviceKey: string,
  service: string,
  price: readonly [amountMinor: number, perUnits: number],
  unitsPerItem = 1,
  priority = 10,
): Offer {
  const [amountMinor, perUnits] = price;
  return { providerId, serviceKey, service, amountMinor, perUnits, unitsPerItem, priority };
}

const offers: readonly Offer[] = [
  offer(northbeamId, "ad-results", "ads-awareness", [45, 100], 2_000),
  offer(northbeamId, "boosted-posts", "boosted-post", [40, 100], 2_000),
  offer(northbeamId, "placements", "creator-placement", [6_500, 1]),
  offer(atelierId, "content", "post-design", [1_500, 1]),
  offer(atelierId, "audits", "profile-audit", [6_900, 1]),
  offer(atelierId, "hours", "community-hours", [2_600, 1]),
];

/** Our own people, for what no supplier does. */
const desk: ProviderDraft = {
  id: deskId,
  name: "Concierge desk",
  kind: "manual",
  state: "active",
  currency: "EUR",
  config: {},
};
