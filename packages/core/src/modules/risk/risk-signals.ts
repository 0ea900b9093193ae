import type { RiskSignal } from "@smplat/contracts/vocabulary";
import type { Likelihood } from "./match-weight.ts";
import type { RiskFacts } from "./risk-facts.ts";

/** From which value on a signal is seen, and how often abusive (`m`) and honest (`u`) attempts reach it. */
export interface SignalLevel extends Likelihood {
  readonly from: number;
}

export interface SignalDefinition {
  readonly name: RiskSignal;
  /** The value to compare; null: can't be known, and nothing follows. */
  readonly read: (facts: RiskFacts) => number | null;
  /** Rising. The highest that is reached speaks. */
  readonly levels: readonly [SignalLevel, ...SignalLevel[]];
  /** Whether not seeing it speaks too. */
  readonly absence: "speaks" | "silent";
}

const yes = (value: boolean | null): number | null => (value === null ? null : Number(value));

/** Abusive attempts among all, before anything is looked at. */
export const abusePrior = 0.005;

/**
 * Every signal with its weights. Abuse has many faces and each shows only some of these, so `m` is small everywhere: to
 * miss one hardly clears anybody. Signals that would count one cause twice are one signal here (attempts of any key;
 * people who are linked are not strangers on a card as well). Tuned against `population.test.ts`.
 */
export const signals: readonly SignalDefinition[] = [
  {
    name: "attempts",
    read: (facts) => facts.attempts,
    levels: [
      { from: 1, m: 0.25, u: 0.002 },
      { from: 3, m: 0.15, u: 0.0002 },
    ],
    absence: "speaks",
  },
  {
    name: "people-on-card",
    read: (facts) => facts.peopleOnCard,
    levels: [
      { from: 3, m: 0.2, u: 0.004 },
      { from: 6, m: 0.1, u: 0.0002 },
    ],
    absence: "speaks",
  },
  {
    name: "people-on-network",
    read: (facts) => facts.peopleOnNetwork,
    levels: [{ from: 10, m: 0.2, u: 0.01 }],
    absence: "speaks",
  },
  {
    name: "people-on-channel",
    read: (facts) => facts.peopleOnChannel,
    levels: [{ from: 4, m: 0.15, u: 0.005 }],
    absence: "speaks",
  },
  {
    name: "linked-people",
    read: (facts) => facts.linkedPeople,
    levels: [
      { from: 3, m: 0.2, u: 0.002 },
      { from: 5, m: 0.15, u: 0.00005 },
    ],
    absence: "speaks",
  },
  {
    name: "disposable-address",
    read: (facts) => yes(facts.disposable),
    levels: [{ from: 1, m: 0.25, u: 0.01 }],
    absence: "speaks",
  },
  {
    name: "hurried-sign-up",
    read: ({ secondsSinceSignUp: age }) => (age === null ? null : yes(age >= 0 && age < 120)),
    levels: [{ from: 1, m: 0.4, u: 0.1 }],
    absence: "speaks",
  },
  {
    name: "declined-cards",
    read: (facts) => facts.declined,
    levels: [{ from: 2, m: 0.2, u: 0.004 }],
    absence: "speaks",
  },
  {
    name: "declined-on-network",
    read: (facts) => facts.declinedOnNetwork,
    levels: [
      { from: 4, m: 0.2, u: 0.0005 },
      { from: 10, m: 0.1, u: 0.00002 },
    ],
    absence: "speaks",
  },
  {
    name: "returned-deliveries",
    read: (facts) => facts.returned,
    levels: [
      { from: 2, m: 0.2, u: 0.0002 },
      { from: 3, m: 0.15, u: 0.00002 },
    ],
    absence: "speaks",
  },
  {
    name: "disputes",
    read: (facts) => facts.disputed,
    levels: [
      { from: 1, m: 0.2, u: 0.0002 },
      { from: 2, m: 0.1, u: 0.00001 },
    ],
    absence: "speaks",
  },
  {
    name: "card-from-elsewhere",
    read: (facts) => yes(facts.cardFromElsewhere),
    levels: [{ from: 1, m: 0.25, u: 0.06 }],
    absence: "speaks",
  },
  {
    name: "delivered-before",
    read: (facts) => facts.deliveredBefore,
    levels: [{ from: 1, m: 0.1, u: 0.6 }],
    absence: "silent",
  },
  {
    name: "channel-proven",
    read: (facts) => yes(facts.channelProven),
    levels: [{ from: 1, m: 0.1, u: 0.4 }],
    absence: "silent",
  },
];
