import { type CampaignHouse, northbeamServices } from "../northbeam/services.ts";

/** What Quayside also sells, per unit in minor units. */
const prices: Readonly<Record<string, number>> = {
  "ads-awareness": 0.36,
  "boosted-post": 0.32,
  "creator-placement": 5_100,
};

/** Cheaper than Northbeam and patchier: starts late, is often late, and one order in eight falls short. */
export const quayside: CampaignHouse = {
  supplier: "quayside",
  name: "Quayside",
  character: { startDelayHours: 5, lateShare: 0.35, lateBy: 0.6, shortOrders: 0.125 },
  services: northbeamServices.flatMap((service) => {
    const unitCostMinor = prices[service.code];
    return unitCostMinor === undefined ? [] : [{ ...service, unitCostMinor }];
  }),
};
