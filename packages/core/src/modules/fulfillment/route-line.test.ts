import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedValue, type RouteCandidate, routeLine } from "./route-line.ts";
import { routingPolicy } from "./routing-policy.ts";

const belief = (good: number, bad: number) => ({ a: 19 + good, b: 1 + bad });
const candidate = (changes: Partial<RouteCandidate>): RouteCandidate => ({
  providerId: "prv_a",
  providerName: "A",
  providerState: "active",
  service: "s",
  isActive: true,
  ofProduct: false,
  priority: 10,
  unitsPerItem: 1,
  quantity: 1,
  currency: "EUR",
  costMinor: 5_000,
  priceMinor: 9_000,
  rules: [],
  beliefs: { submit: belief(0, 0), success: belief(0, 0), "on-time": belief(0, 0), refill: { a: 1, b: 19 } },
  successHigh: 0.99,
  inFlight: 0,
  inFlightCap: 5,
  maxInFlight: null,
  tried: "no",
  ...changes,
});
const b = (changes: Partial<RouteCandidate>) => candidate({ providerId: "prv_b", providerName: "B", ...changes });

const chosenOf = (candidates: readonly RouteCandidate[], seed = 1, isHighRisk = true) => {
  const decision = routeLine({ seed, isHighRisk }, candidates, routingPolicy);
  return decision.chosen === null ? decision.reason : decision.candidates[decision.chosen]?.providerId;
};
const shareOf = (providerId: string, candidates: readonly RouteCandidate[], isHighRisk = true, seeds = 2_000) => {
  let count = 0;
  for (let seed = 0; seed < seeds; seed += 1) if (chosenOf(candidates, seed, isHighRisk) === providerId) count += 1;
  return count / seeds;
};

describe("who may be chosen", () => {
  test("a product's own services go before those of its service key", () => {
    expect(chosenOf([candidate({ costMinor: 1 }), b({ ofProduct: true })])).toBe("prv_b");
  });

  test("a paused supplier is passed over, and alone it makes the line wait", () => {
    expect(chosenOf([candidate({ providerState: "paused" }), b({})])).toBe("prv_b");
    expect(
      routeLine({ seed: 1, isHighRisk: false }, [candidate({ providerState: "paused" })], routingPolicy),
    ).toMatchObject({ outcome: "waiting", reason: "all-paused", chosen: null });
  });

  test("nobody waits for a drained, switched-off, excluded or retired one, or where a rule forbids it", () => {
    const refused = { rule: "platforms", passed: false, why: "" } as const;
    for (const changes of [
      { providerState: "drained" },
      { isActive: false },
      { tried: "excluded" },
      { rules: [refused] },
    ] as const) {
      expect(chosenOf([candidate(changes)])).toBe("none-eligible");
      expect(chosenOf([candidate(changes), b({})])).toBe("prv_b");
    }
    expect(chosenOf([candidate({ providerState: "retired" })])).toBe("none-mapped");
    expect(chosenOf([])).toBe("none-mapped");
  });

  test("a supplier that is full makes the line wait, one at its cap does it when nobody else can", () => {
    expect(chosenOf([candidate({ maxInFlight: 3, inFlight: 3 })])).toBe("all-full");
    expect(chosenOf([candidate({ inFlight: 5 }), b({ costMinor: 8_000 })])).toBe("prv_b");
    expect(chosenOf([candidate({ inFlight: 5 })])).toBe("prv_a");
  });

  test("one that failed this line, loses money or lies below the floor is taken only for want of another", () => {
    for (const changes of [
      { tried: "not_sent" },
      { tried: "refused" },
      { costMinor: 9_500 },
      { successHigh: 0.5 },
    ] as const) {
      expect(chosenOf([candidate({ costMinor: 1_000, ...changes }), b({})])).toBe("prv_b");
      expect(chosenOf([candidate(changes)])).toBe("prv_a");
    }
  });
});

describe("what is chosen", () => {
  test("of two that are equally good the cheaper is chosen mostly, of two that cost the same the better", () => {
    expect(shareOf("prv_a", [candidate({ costMinor: 4_000 }), b({})])).toBeGreaterThan(0.75);
    const good = {
      submit: belief(400, 0),
      success: belief(300, 3),
      "on-time": belief(300, 3),
      refill: { a: 1, b: 300 },
    };
    const poor = { ...good, success: belief(200, 80) };
    expect(shareOf("prv_a", [candidate({ beliefs: good }), b({ beliefs: poor })])).toBe(1);
  });

  test("every eligible supplier is tried now and then, but not with a line somebody had to look at", () => {
    const good = {
      submit: belief(400, 0),
      success: belief(400, 0),
      "on-time": belief(400, 0),
      refill: { a: 1, b: 400 },
    };
    const poor = { ...good, success: belief(300, 100) };
    const pair = [candidate({ beliefs: good }), b({ beliefs: poor })];
    // Two of a hundred for each of the two: of four explored ones two go to the worse.
    expect(shareOf("prv_b", pair, false)).toBeGreaterThan(0.012);
    expect(shareOf("prv_b", pair, false)).toBeLessThan(0.03);
    expect(shareOf("prv_b", pair, true)).toBe(0);
  });

  test("the value follows its formula", () => {
    const certain = { a: 1, b: 0 };
    const beliefs = { submit: certain, success: certain, "on-time": { a: 1, b: 1 }, refill: { a: 1, b: 3 } };
    // 0.9 · (9000 − 5000) − 0.1 · (9000 + 600) − ¼ · 5000 − ½ · 0.1 · 9000
    expect(expectedValue({ priceMinor: 9_000, costMinor: 5_000, beliefs }, 0.9, routingPolicy)).toBeCloseTo(940, 9);
  });

  test("the same request decides alike, whatever order the candidates come in", () => {
    const shape = fc.record({
      providerId: fc.string({ minLength: 1, maxLength: 4 }),
      costMinor: fc.integer({ min: 0, max: 10_000 }),
      inFlight: fc.integer({ min: 0, max: 8 }),
      tried: fc.constantFrom("no", "not_sent", "refused", "excluded"),
      providerState: fc.constantFrom("active", "paused", "drained", "retired"),
    });
    const unique = { selector: (entry: { providerId: string }) => entry.providerId, maxLength: 12 };
    fc.assert(
      fc.property(fc.uniqueArray(shape, unique), fc.nat(), fc.boolean(), (entries, seed, isHighRisk) => {
        const candidates = entries.map((entry) => candidate(entry));
        const request = { seed, isHighRisk };
        const once = routeLine(request, candidates, routingPolicy);
        expect(routeLine(request, candidates.toReversed(), routingPolicy)).toEqual(once);
        // As a replay does: from the scored candidates, read back from JSON.
        expect(routeLine(request, JSON.parse(JSON.stringify(once.candidates)), routingPolicy)).toEqual(once);
      }),
    );
  });
});
