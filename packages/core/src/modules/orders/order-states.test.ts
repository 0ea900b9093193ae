import { lineStates, orderStates } from "@smplat/contracts/vocabulary";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OrderFacts, standing } from "./order-standing.ts";
import { next, type OrderCommand, orderMachine } from "./order-states.ts";

const commands: readonly OrderCommand[] = [
  "confirm-payment",
  "expire",
  "cancel",
  "lines",
  "approve-refill",
  "refills",
  "close",
  "hold",
  "resume",
  "refunds",
  "open-dispute",
  "win-dispute",
  "lose-dispute",
];

const facts: OrderFacts = {
  totalMinor: 11_900,
  capturedMinor: 11_900,
  refundedMinor: 0,
  lostMinor: 0,
  paid: true,
  reviewPending: false,
  held: false,
  disputeOpen: false,
  openRefills: 0,
  closed: false,
  deliveredOnce: false,
  guaranteesOver: false,
  lines: [{ state: "awaiting_baseline" }],
};
const withLines = (...states: OrderFacts["lines"][number]["state"][]) => ({
  ...facts,
  lines: states.map((state) => ({ state })),
});

describe("where a paid order stands", () => {
  test.each([
    ["processing while no supplier has taken anything", withLines("ready", "awaiting_baseline"), "processing"],
    ["active once a supplier accepted a line", withLines("accepted", "ready"), "active"],
    ["active while a line is not done", withLines("fulfilled", "delivering"), "active"],
    [
      "delivered when every line is done, short and canceled ones too",
      withLines("fulfilled", "short", "canceled"),
      "delivered",
    ],
    [
      "delivered still, when evidence falls on a line afterwards",
      { ...withLines("short"), deliveredOnce: true },
      "delivered",
    ],
    [
      "refilling while a refill is open after delivery",
      { ...withLines("short"), deliveredOnce: true, openRefills: 1 },
      "refilling",
    ],
    ["active while a refill is open before delivery", { ...withLines("delivering"), openRefills: 1 }, "active"],
    ["completed once closed", { ...withLines("fulfilled"), deliveredOnce: true, closed: true }, "completed"],
    ["on hold while held", { ...withLines("delivering"), held: true }, "on_hold"],
    ["on hold while a review stands", { ...facts, reviewPending: true }, "on_hold"],
    ["disputed while a dispute is open, held or not", { ...facts, held: true, disputeOpen: true }, "disputed"],
    ["refunded when all money went back", { ...facts, refundedMinor: 11_900, disputeOpen: true }, "refunded"],
    [
      "refunded when refunds and a lost dispute add up",
      { ...facts, refundedMinor: 1_900, lostMinor: 10_000 },
      "refunded",
    ],
    ["awaiting payment until money is certain", { ...facts, paid: false, capturedMinor: 0 }, "awaiting_payment"],
  ] as const)("%s", (_, given, expected) => {
    expect(standing(given)).toBe(expected);
  });
});

describe("what an order refuses", () => {
  test("a capture that is not its total", () => {
    expect(next("awaiting_payment", "confirm-payment", { ...facts, capturedMinor: 11_899 })).toMatchObject({
      ok: false,
      refusal: "guard",
    });
  });
  test("to expire once money was captured", () => {
    expect(next("awaiting_payment", "expire", facts)).toMatchObject({ ok: false, refusal: "guard" });
  });
  test.each(["submitting", "ambiguous", "accepted", "delivering", "fulfilled"] as const)(
    "to be canceled while a line is %s",
    (state) => {
      expect(next("active", "cancel", withLines(state))).toMatchObject({ ok: false });
    },
  );
  test("to close while a guarantee window or a refill is open", () => {
    expect(next("delivered", "close", { ...withLines("fulfilled"), closed: true })).toMatchObject({
      ok: false,
      refusal: "guard",
    });
  });
  test("everything once it is canceled or refunded", () => {
    for (const state of ["canceled", "refunded"] as const) expect(orderMachine.commandsFrom(state)).toEqual([]);
  });
});

const anyFacts = fc.record<OrderFacts>({
  totalMinor: fc.constant(1_000),
  capturedMinor: fc.constantFrom(0, 1_000),
  refundedMinor: fc.constantFrom(0, 400, 1_000),
  lostMinor: fc.constantFrom(0, 600),
  paid: fc.boolean(),
  reviewPending: fc.boolean(),
  held: fc.boolean(),
  disputeOpen: fc.boolean(),
  openRefills: fc.constantFrom(0, 1),
  closed: fc.boolean(),
  deliveredOnce: fc.boolean(),
  guaranteesOver: fc.boolean(),
  lines: fc.array(fc.record({ state: fc.constantFrom(null, ...lineStates) }), { minLength: 1, maxLength: 4 }),
});

test("whatever the facts, an allowed move is an edge of the table and ends in a known state", () => {
  fc.assert(
    fc.property(fc.constantFrom(...orderStates), fc.constantFrom(...commands), anyFacts, (from, command, given) => {
      const answer = next(from, command, given);
      if (!answer.ok) return;
      expect(orderStates).toContain(answer.state);
      expect(orderMachine.allows(from, command, answer.state)).toBe(true);
    }),
    { numRuns: 20_000 },
  );
});

test("looking again changes nothing: the state of a paid order depends on its facts alone", () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const first = standing(given);
      const lines = next(first, "lines", given);
      if (first !== "awaiting_payment" && first !== "refunded") expect(lines).toEqual({ ok: true, state: first });
    }),
    { numRuns: 5_000 },
  );
});

test("every edge of the table starts and ends in states of the vocabulary", () => {
  for (const { from, to } of orderMachine.transitions)
    for (const state of [...from, ...to]) expect(orderStates).toContain(state);
});
