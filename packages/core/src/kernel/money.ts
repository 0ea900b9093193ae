import type { Currency } from "@smplat/contracts/vocabulary";
import { DomainError } from "./domain-error.ts";

/** An amount in integer minor units of one currency. Never a float, never a sum over currencies. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: Currency;
}

export const money = (amountMinor: number, currency: Currency): Money => ({
  amountMinor: checkedMinor(amountMinor),
  currency,
});

/** Refuses what a double can't hold exactly. Throws `money.out-of-range`. */
export function checkedMinor(amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor)) throw new DomainError("money.out-of-range", { amountMinor });
  return amountMinor;
}

/** Sum of minor units, exact or refused. */
export function sumMinor(amounts: Iterable<number>): number {
  let total = 0n;
  for (const amount of amounts) total += BigInt(checkedMinor(amount));
  return fromBigInt(total);
}

/** `amount × numerator ÷ denominator`, half away from zero: the only rounding rule of the shop. */
export function scaleMinor(amountMinor: number, numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new DomainError("money.out-of-range", { numerator, denominator });
  }
  const product = BigInt(checkedMinor(amountMinor)) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const magnitude = product < 0n ? -product : product;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return fromBigInt(product < 0n ? -rounded : rounded);
}

/** Share of an amount in basis points (1 bp = 0.01 %), rounded by {@link scaleMinor}. */
export const basisPoints = (amountMinor: number, bp: number): number => scaleMinor(amountMinor, bp, 10_000);

/**
 * Splits a total by weights with the largest-remainder method: parts add up to the total exactly, equal remainders go
 * to the earlier part. All weights zero splits evenly. Throws `money.out-of-range` on a negative weight.
 */
export function allocateMinor(totalMinor: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new DomainError("money.out-of-range", { weights: weights.join(",") });
  }
  const sign = totalMinor < 0 ? -1n : 1n;
  const total = BigInt(checkedMinor(totalMinor)) * sign;
  const sum = weights.reduce((running, weight) => running + BigInt(weight), 0n);
  const shares = sum === 0n ? weights.map(() => 1n) : weights.map((weight) => BigInt(weight));
  const divisor = sum === 0n ? BigInt(weights.length) : sum;
  const parts = shares.map((share, index) => {
    const exact = total * share;
    return { index, floor: exact / divisor, remainder: exact % divisor };
  });
  let left = total - parts.reduce((running, part) => running + part.floor, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const result = parts.map((part) => part.floor);
  for (const part of byRemainder) {
    if (left === 0n) break;
    result[part.index] = part.floor + 1n;
    left -= 1n;
  }
  return result.map((value) => fromBigInt(value * sign));
}

function fromBigInt(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) {
    throw new DomainError("money.out-of-range", { amountMinor: value.toString() });
  }
  return Number(value);
}
