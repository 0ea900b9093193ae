import type { SupplierCharacter, SupplierService } from "../accept-job.ts";
import type { SupplierId } from "../supplier-state.ts";

/** A supplier of campaigns that speaks Northbeam's dialect. */
export interface CampaignHouse {
  readonly supplier: SupplierId;
  readonly name: string;
  readonly character: SupplierCharacter;
  readonly services: readonly SupplierService[];
}

/** Dependable and on time. */
export const northbeamCharacter: SupplierCharacter = { startDelayHours: 1, lateShare: 0, lateBy: 0, shortOrders: 0 };

/** What Northbeam sells: advertising results and placements, never engagement itself. */
export const northbeamServices: SupplierService[] = [
  {
    code: "ads-awareness",
    title: "Managed awareness campaign",
    unit: "impressions",
    evidenceKind: "ad_report",
    unitCostMinor: 0.45,
    minimum: 1_000,
    maximum: 5_000_000,
    usualHours: 24,
  },
  {
    code: "ads-traffic",
    title: "Managed traffic campaign",
    unit: "clicks",
    evidenceKind: "ad_report",
    unitCostMinor: 22,
    minimum: 50,
    maximum: 100_000,
    usualHours: 24,
  },
  {
    code: "boosted-post",
    title: "Boosted post",
    unit: "impressions",
    evidenceKind: "ad_report",
    unitCostMinor: 0.4,
    minimum: 500,
    maximum: 1_000_000,
    usualHours: 20,
  },
  {
    code: "creator-placement",
    title: "Creator placement",
    unit: "placements",
    evidenceKind: "placement",
    unitCostMinor: 6_500,
    minimum: 1,
    maximum: 100,
    usualHours: 24,
  },
  {
    code: "newsletter-placement",
    title: "Newsletter placement",
    unit: "placements",
    evidenceKind: "placement",
    unitCostMinor: 4_800,
    minimum: 1,
    maximum: 50,
    usualHours: 24,
  },
  {
    code: "giveaway",
    title: "Hosted giveaway with real entry",
    unit: "placements",
    evidenceKind: "placement",
    unitCostMinor: 9_000,
    minimum: 1,
    maximum: 20,
    usualHours: 36,
  },
];

export const northbeam: CampaignHouse = {
  supplier: "northbeam",
  name: "Northbeam",
  character: northbeamCharacter,
  services: northbeamServices,
};
