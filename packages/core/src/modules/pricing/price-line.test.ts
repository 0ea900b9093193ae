import { sampleProduct } from "@smplat/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDomainError } from "#kernel/domain-error";
import { optionPath, type ProductContent, type Selection } from "#modules/catalog";
import { priceLine } from "./price-line.ts";
import { smallestOrderNet } from "./smallest-order.ts";

const nothing: Selection = { options: { format: ["short"] }, addOns: [], plan: null, fields: {} };
const price = (quantity: number, selection: Partial<Selection> = {}) =>
  priceLine(sampleProduct, { quantity, selection: { ...nothing, ...selection }, currency: "EUR", locale: "en" });
const text = { en: "Text", de: "Text" };

describe("a price", () => {
  test("is units, volume discount, options, add-ons in the product's order, each a part", () => {
    const line = price(10, { options: { format: ["long"] }, addOns: ["grading", "express"] });
    expect(line.parts).toEqual([
      { kind: "base", key: null, label: "10 × editing hour", amountMinor: 55_000 },
      { kind: "volume", key: null, label: "Volume discount 5 %", amountMinor: -2_750 },
      { kind: "option", key: "long", label: "Format: Long video", amountMinor: 7_000 },
      { kind: "add_on", key: "express", label: "Express", amountMinor: 14_813 },
      { kind: "add_on", key: "grading", label: "Color grading", amountMinor: 4_000 },
    ]);
    expect(line.netMinor).toBe(78_063);
    expect(line.summary).toEqual(["Format: Long video", "Express", "Color grading"]);
  });

  test("speaks the shopper's language", () => {
    const line = priceLine(sampleProduct, { quantity: 10, selection: nothing, currency: "EUR", locale: "de" });
    expect(line.parts.map((part) => part.label)).toEqual(["10 × Schnittstunde", "Mengenrabatt 5 %"]);
  });

  test("follows the plan: multiplier first, then its delta", () => {
    const plan = { name: text, description: text, cycle: "one_time" } as const;
    const product = {
      ...sampleProduct,
      plans: [
        { ...plan, key: "calm", multiplierBp: 9_000, default: true },
        { ...plan, key: "weekend", multiplierBp: 15_000, default: false },
      ],
      prices: { EUR: { ...sampleProduct.prices.EUR, plans: { weekend: 300 } } },
    };
    const net = (plan: string | null) =>
      priceLine(product, { quantity: 2, selection: { ...nothing, plan }, currency: "EUR", locale: "en" }).netMinor;
    expect(net("weekend")).toBe(16_800);
    expect(net(null)).toBe(9_900);
    expect(smallestOrderNet(product, "EUR")).toBe(9_900);
  });

  test.each<[string, number, Partial<Selection>]>([
    ["quantity", 3, {}],
    ["quantity", 0, {}],
    ["quantity", 42, {}],
    ["selection.options.format", 2, { options: {} }],
    ["selection.options.format", 2, { options: { format: ["short", "long"] } }],
    ["selection.options.format", 2, { options: { format: ["gone"] } }],
    ["selection.options.gone", 2, { options: { format: ["short"], gone: ["x"] } }],
    ["selection.options.constructor", 2, { options: { format: ["short"], constructor: ["x"] } as never }],
    ["selection.addOns.gone", 2, { addOns: ["gone"] }],
    ["selection.plan", 2, { plan: "gone" }],
  ])("is refused for an impossible %s", (path, quantity, selection) => {
    expect(() => price(quantity, selection)).toThrow(
      expect.objectContaining({
        code: "selection.invalid",
        details: { fields: [expect.objectContaining({ path })] },
      }),
    );
  });

  test("is refused in a currency the product has no price in", () => {
    const line = { quantity: 2, selection: nothing, currency: "GBP", locale: "en" } as const;
    expect(() => priceLine(sampleProduct, line)).toThrow(expect.objectContaining({ code: "selection.invalid" }));
  });
});

/** Products as the catalogue lets them in, with a configuration of each. */
const amount = fc.integer({ min: 0, max: 5_000_000 });
const keys = (prefix: string, max: number) =>
  fc.integer({ min: 0, max }).map((count) => Array.from({ length: count }, (_, index) => `${prefix}${index}`));

interface Case {
  readonly product: ProductContent;
  readonly selection: Selection;
  readonly quantity: number;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    unitMinor: amount,
    groups: fc.array(fc.record({ multiple: fc.boolean(), deltas: fc.array(amount, { minLength: 1, maxLength: 4 }) }), {
      maxLength: 3,
    }),
    flats: fc.array(amount, { maxLength: 3 }),
    percents: fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 3 }),
    plans: keys("plan", 3),
    multipliers: fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 3, maxLength: 3 }),
    tiers: fc.array(
      fc.record({ fromQuantity: fc.integer({ min: 2, max: 400 }), discountBp: fc.integer({ min: 1, max: 9_000 }) }),
      {
        maxLength: 3,
      },
    ),
    quantity: fc.integer({ min: 1, max: 500 }),
    picks: fc
      .infiniteStream(fc.boolean())
      .map((stream) => Array.from({ length: 40 }, () => stream.next().value === true)),
  })
  .map((given) => {
    let pick = 0;
    const take = () => given.picks[pick++ % given.picks.length] === true;
    const named = { name: text, description: text, recommended: false };
    const optionGroups = given.groups.map((group, index) => ({
      key: `g${index}`,
      name: text,
      description: text,
      kind: group.multiple ? ("multiple" as const) : ("single" as const),
      required: false,
      options: group.deltas.map((_, option) => ({ ...named, key: `o${option}` })),
    }));
    const options = Object.fromEntries(
      given.groups.flatMap((group, index) =>
        group.deltas.map((delta, option): [string, number] => [optionPath(`g${index}`, `o${option}`), delta]),
      ),
    );
    const addOns = [
      ...given.flats.map((_, index) => ({ ...named, key: `f${index}`, mode: "flat" as const })),
      ...given.percents.map((amountBp, index) => ({
        ...named,
        key: `p${index}`,
        mode: "percentage" as const,
        amountBp,
      })),
    ];
    const book = {
      unitMinor: given.unitMinor,
      options,
      addOns: Object.fromEntries(given.flats.map((flat, index) => [`f${index}`, flat])),
      plans: {},
    };
    const seen = new Set<number>();
    const volumeTiers = given.tiers
      .filter((tier) => !seen.has(tier.fromQuantity) && seen.add(tier.fromQuantity))
      .sort((a, b) => a.fromQuantity - b.fromQuantity);
    const plans = given.plans.map((key, index) => ({
      key,
      name: text,
      description: text,
      cycle: "one_time" as const,
      multiplierBp: given.multipliers[index] ?? 10_000,
      default: index === 0,
    }));
    const product: ProductContent = {
      ...sampleProduct,
      quantity: { minimum: 1, maximum: 500, step: 1, default: 1 },
      prices: { EUR: book },
      volumeTiers,
      optionGroups,
      addOns,
      plans,
      customFields: [],
    };
    const chosen = optionGroups.map((group): [string, string[]] => {
      const wanted = group.options.map((option) => option.key).filter(take);
      return [group.key, group.kind === "single" ? wanted.slice(0, 1) : wanted];
    });
    const selection: Selection = {
      options: Object.fromEntries(chosen),
      addOns: addOns.map((addOn) => addOn.key).filter(take),
      plan: plans.find(take)?.key ?? null,
      fields: {},
    };
    return { product, selection, quantity: given.quantity };
  });

const runs = { numRuns: 10_000 };
const net = ({ product, selection, quantity }: Case, change: Partial<Case> = {}) =>
  priceLine(change.product ?? product, {
    quantity: change.quantity ?? quantity,
    selection: change.selection ?? selection,
    currency: "EUR",
    locale: "en",
  });

describe("for every product and configuration", () => {
  test("the parts add up to the net, which is a whole amount and never negative", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const line = net(one);
        expect(line.parts.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(line.netMinor);
        expect(Number.isSafeInteger(line.netMinor)).toBe(true);
        expect(line.netMinor).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  test("one more unit never costs less, until the next volume tier", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const next = one.quantity + 1;
        fc.pre(next <= 500 && !one.product.volumeTiers.some((tier) => tier.fromQuantity === next));
        expect(net(one, { quantity: next }).netMinor).toBeGreaterThanOrEqual(net(one).netMinor);
      }),
      runs,
    );
  });

  test("the order in which choices are named changes nothing", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { options, addOns } = one.selection;
        const turned: Selection = {
          ...one.selection,
          options: Object.fromEntries(
            Object.entries(options)
              .toReversed()
              .map(([key, chosen]) => [key, [...chosen.toReversed(), ...chosen]]),
          ),
          addOns: addOns.toReversed(),
        };
        expect(net(one, { selection: turned })).toEqual(net(one));
      }),
      { numRuns: 3_000 },
    );
  });

  test("no order is cheaper than the smallest one, before volume tiers", () => {
    fc.assert(
      fc.property(cases, (one) => {
        const product = { ...one.product, volumeTiers: [] };
        expect(net(one, { product }).netMinor).toBeGreaterThanOrEqual(smallestOrderNet(product, "EUR"));
      }),
      { numRuns: 3_000 },
    );
  });

  test("a percentage is off by at most half a cent, however large the subtotal", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (unitMinor, amountBp) => {
          const [express] = sampleProduct.addOns;
          const product = {
            ...sampleProduct,
            quantity: { minimum: 1, maximum: 1, step: 1, default: 1 },
            prices: { EUR: { unitMinor, options: {}, addOns: {}, plans: {} } },
            addOns: [{ ...express, amountBp }],
          };
          const line = priceLine(product, {
            quantity: 1,
            selection: { ...nothing, addOns: ["express"] },
            currency: "EUR",
            locale: "en",
          });
          const share = line.netMinor - unitMinor;
          expect(Math.abs(share * 10_000 - unitMinor * amountBp)).toBeLessThanOrEqual(5_000);
        },
      ),
      runs,
    );
  });
});

test("amounts up to 2^53 are exact, and beyond they are refused instead of rounded", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000 }), (given, quantity) => {
      const unitMinor = Math.abs(given);
      const product = {
        ...sampleProduct,
        quantity: { minimum: 1, maximum: 1_000_000, step: 1, default: 1 },
        prices: { EUR: { unitMinor, options: {}, addOns: {}, plans: {} } },
        volumeTiers: [],
      };
      const exact = BigInt(unitMinor) * BigInt(quantity);
      const line = { quantity, selection: nothing, currency: "EUR", locale: "en" } as const;
      if (exact <= BigInt(Number.MAX_SAFE_INTEGER)) {
        expect(BigInt(priceLine(product, line).netMinor)).toBe(exact);
        return;
      }
      try {
        priceLine(product, line);
        expect.unreachable();
      } catch (error) {
        expect(isDomainError(error, "money.out-of-range")).toBe(true);
      }
    }),
    runs,
  );
});
