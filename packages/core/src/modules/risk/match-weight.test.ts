import { describe, expect, test } from "vitest";
import { identityLikelihoods, identityPrior } from "./linked-people.ts";
import { agreeBits, disagreeBits, oddsBits, posteriorOf } from "./match-weight.ts";

describe("match weights", () => {
  test.each([
    ["email", { m: 0.9, u: 1e-5 }, 16.458],
    ["device", { m: 0.8, u: 1e-4 }, 12.966],
    ["network", { m: 0.5, u: 0.01 }, 5.644],
    ["card", { m: 0.7, u: 1e-6 }, 19.417],
  ] as const)("%s agrees with the published bits", (kind, likelihood, bits) => {
    expect(agreeBits(likelihood)).toBeCloseTo(bits, 3);
    if (kind !== "email") expect(identityLikelihoods[kind]).toEqual(likelihood);
  });

  test("one in a million is -19.93 bits", () => {
    expect(oddsBits(1e-6)).toBeCloseTo(-19.93, 2);
    expect(identityPrior).toBe(1e-6);
  });

  test("disagreement speaks the other way, and never as loud as a rare agreement", () => {
    const card = { m: 0.7, u: 1e-6 };
    expect(disagreeBits(card)).toBeCloseTo(-1.737, 3);
    expect(disagreeBits(card)).toBeLessThan(0);
  });

  test("bits and probability are each other's inverse", () => {
    for (const probability of [0.001, 0.3, 0.5, 0.85, 0.999]) {
      expect(posteriorOf(oddsBits(probability))).toBeCloseTo(probability, 12);
    }
  });
});
