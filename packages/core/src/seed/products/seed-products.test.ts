import { currencies, deliverableKinds, locales, platforms, productCategories } from "@smplat/contracts/vocabulary";
import { describe, expect, test } from "vitest";
// The publish policy is the catalogue's; its verdict on every product of the demo is looked at beside the data.
import { checkDraft } from "../../modules/catalog/check-draft.ts";
import { evaluatePublishPolicy } from "../../modules/catalog/evaluate-publish-policy.ts";
import { smallestOrderNet } from "../../modules/pricing/smallest-order.ts";
import { draftOf } from "./seed-product.ts";
import { seedCatalog } from "./seed-products.ts";

const drafts = seedCatalog.map((seed, index) => draftOf(seed, index + 1));
const at = new Date("2026-11-22T12:00:00Z");

describe("the demo's catalogue", () => {
  test.each(drafts.map((draft) => [draft.slug, draft] as const))("%s can be saved and published", (_slug, draft) => {
    expect(checkDraft(draft)).toEqual([]);
    const decision = evaluatePublishPolicy(draft, at);
    expect(decision.reasons.filter((reason) => reason.rule !== "giveaway")).toEqual([]);
    expect(decision.outcome).toBe(draft.slug === "hosted-giveaway" ? "review" : "allowed");
  });

  test("is wide: 24 products, five platforms, every kind and category, all currencies", () => {
    expect(drafts).toHaveLength(24);
    expect(new Set(drafts.map((draft) => draft.slug)).size).toBe(24);
    expect(new Set(drafts.map((draft) => draft.artSeed)).size).toBe(24);
    expect(new Set(drafts.flatMap((draft) => draft.platforms))).toEqual(new Set(platforms.slice(0, 5)));
    expect(new Set(drafts.map((draft) => draft.deliverableKind))).toEqual(new Set(deliverableKinds));
    expect(new Set(drafts.map((draft) => draft.category))).toEqual(new Set(productCategories));
    for (const draft of drafts) expect(Object.keys(draft.prices)).toEqual([...currencies]);
  });

  test("one product is sold out, some are limited, most are not", () => {
    const capacities = drafts.map((draft) => draft.capacityRemaining ?? null);
    expect(capacities.filter((capacity) => capacity === 0)).toHaveLength(1);
    expect(capacities.filter((capacity) => capacity === null).length).toBeGreaterThan(10);
  });

  test("only platforms that publish numbers have products that demand a measurement", () => {
    const measured = drafts.filter((draft) => draft.measurement === "required");
    expect(measured.length).toBeGreaterThanOrEqual(2);
    expect(new Set(measured.flatMap((draft) => draft.platforms))).toEqual(new Set(["youtube", "bluesky"]));
  });

  test("work is done within 8 to 48 hours of business time", () => {
    for (const { sla } of drafts) {
      expect(sla.deliversWithinHours).toBeGreaterThanOrEqual(8);
      expect(sla.deliversWithinHours).toBeLessThanOrEqual(48);
    }
  });

  test("the smallest order is affordable and costs something in every currency", () => {
    for (const draft of drafts) {
      for (const currency of currencies) {
        expect(smallestOrderNet(draft, currency)).toBeGreaterThan(2_000);
        expect(smallestOrderNet(draft, currency)).toBeLessThan(80_000);
      }
    }
  });

  test("texts differ between the languages", () => {
    for (const draft of drafts) {
      expect(draft.description.en).not.toBe(draft.description.de);
      for (const locale of locales) expect(draft.description[locale].length).toBeGreaterThan(100);
    }
  });
});
