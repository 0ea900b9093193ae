import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { evaluateRules, quoteCost, type ServiceRule } from "#modules/suppliers";
import { type Offer, offers } from "./offers.ts";
import { draftOf } from "./products/seed-product.ts";
import { seedCatalog } from "./products/seed-products.ts";

const page = await readFile(new URL("../../../../docs/suppliers.md", import.meta.url), "utf8");
/** Cells of every table row, by its first two. */
const rows = new Map(
  page
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map((cells) => [`${cells[1]} ${cells[2]}`, cells.slice(1, -1)]),
);

const euros = (minor: number): string => (minor / 100).toFixed(2);
function costText({ cost }: Offer): string {
  if (cost.model === "flat") return euros(cost.amountMinor);
  if (cost.model === "per_unit") return `${euros(cost.amountMinor)} per ${cost.perUnits}`;
  return cost.tiers.map((tier) => `${euros(tier.amountMinor)} per ${tier.perUnits} from ${tier.fromUnits}`).join("; ");
}
const ruleOf = <K extends ServiceRule["rule"]>(offer: Offer, rule: K) =>
  (offer.rules as readonly ServiceRule[]).find(
    (entry): entry is Extract<ServiceRule, { rule: K }> => entry.rule === rule,
  );

describe("docs/suppliers.md says what the seed does", () => {
  test.each(offers.map((offer) => [`${offer.supplier} ${offer.service}`, offer] as const))("%s", (name, offer) => {
    const [amount, pacing, platforms] = [ruleOf(offer, "amount"), ruleOf(offer, "pacing"), ruleOf(offer, "platforms")];
    const limits = [
      platforms === undefined ? [] : [`${platforms.allow.join(", ")} only`],
      pacing === undefined ? [] : [`at least ${pacing.minimumHours} h, ${pacing.maximumUnitsPerHour} an hour`],
    ].flat();
    expect(rows.get(name)).toEqual([
      offer.supplier,
      offer.service,
      offer.serviceKey,
      costText(offer),
      `${amount?.minimum} to ${amount?.maximum}`,
      limits.length === 0 ? "none" : limits.join("; "),
      String(offer.startsWithinHours),
      String(offer.deliversWithinHours),
    ]);
  });

  test("and no other service", () => {
    const told = [...rows.keys()].filter((key) => /^(northbeam|quayside|atelier) [a-z]/.test(key));
    expect(told.sort()).toEqual(offers.map((offer) => `${offer.supplier} ${offer.service}`).sort());
  });
});

describe("every product of the catalogue", () => {
  const drafts = seedCatalog.map((seed, index) => draftOf(seed, index + 1));

  test.each(drafts.map((draft) => [draft.slug, draft] as const))(
    "%s finds a supplier, whatever is chosen",
    (_, draft) => {
      const overrides = draft.addOns.flatMap((addOn) => (addOn.mode === "service_override" ? [addOn.serviceKey] : []));
      for (const serviceKey of [draft.serviceKey, ...overrides]) {
        for (const platform of draft.platforms) {
          for (const quantity of [draft.quantity.minimum, draft.quantity.maximum]) {
            const eligible = offers.filter((offer) => {
              const facts = {
                ...{ platform, country: "DE", options: [] },
                quantity: quantity * offer.unitsPerItem,
                hours: Math.floor((draft.sla.deliversWithinHours * 3) / 4),
              };
              const trace = evaluateRules(offer.rules as readonly ServiceRule[], facts);
              return offer.serviceKey === serviceKey && trace.every((rule) => rule.passed);
            });
            expect(eligible.length, `${serviceKey} on ${platform}, ${quantity}`).toBeGreaterThan(0);
          }
        }
      }
    },
  );

  test("that several suppliers could do is cheaper at one of them", () => {
    const keys = new Set(offers.map((offer) => offer.serviceKey));
    const several = [...keys].filter((key) => offers.filter((offer) => offer.serviceKey === key).length > 1);
    expect(several.length).toBeGreaterThanOrEqual(3);
    for (const key of several) {
      const costs = offers.filter((offer) => offer.serviceKey === key).map((offer) => quoteCost(offer.cost, 4_000));
      expect(new Set(costs).size).toBeGreaterThan(1);
    }
  });
});
