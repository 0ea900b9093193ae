import type { SupplierBehavior } from "@smplat/testing";
import fc from "fast-check";
import { type Command, onWorld, purchase } from "./order-commands.ts";
import { suppliers } from "./order-world.ts";

const minuteMs = 60_000;

/** What a supplier may do to us, each for as long as it is told. */
const modes: readonly SupplierBehavior[] = [
  { mode: "normal" },
  { mode: "down" },
  { mode: "flapping", upHours: 3, downHours: 2 },
  { mode: "brown-out", failShare: 0.5 },
  { mode: "accept-then-timeout", hangMs: 50 },
  { mode: "reject" },
  { mode: "short", shortShare: 0.5 },
  { mode: "overclaim", shortShare: 0.5 },
  { mode: "miscount" },
  { mode: "stall" },
  { mode: "rate-limited" },
  { mode: "malformed" },
];

/** What stays beside any of them. The credit pays for two or three orders. */
const conditions: readonly SupplierBehavior[] = [
  { startFactor: 8 },
  { startFactor: 1 },
  { priceFactor: 1.4 },
  { priceFactor: 0.8 },
  { creditMinor: 0 },
  { creditMinor: 60_000 },
  { creditMinor: null },
  { dropOffShare: 0.6, dropOffDays: 4 },
  { dropOffShare: 0 },
  { skewMs: 3 * minuteMs },
  { skewMs: 50 * minuteMs },
  { skewMs: -3 * minuteMs },
  { skewMs: -7 * 60 * minuteMs },
  { skewMs: 0 },
];

const behave = (what: readonly SupplierBehavior[]) =>
  fc
    .tuple(fc.constantFrom(...suppliers), fc.constantFrom(...what))
    .map(([who, how]) =>
      onWorld(`supplier(${who}: ${JSON.stringify(how)})`, ({ shop }) => shop.sandbox.control.suppliers.set(who, how)),
    );

/** A life begins in the middle of trouble: quiet suppliers and no orders teach little. */
export const opening = fc
  .record({
    troubles: fc.tuple(behave(modes), behave(modes), behave(conditions), behave(conditions)),
    purchases: fc.array(purchase, { minLength: 1, maxLength: 3 }),
  })
  .map(({ troubles, purchases }) => [...troubles, ...purchases]);

/** What suppliers, their reports and the platforms do. */
export const outsideCommands: fc.Arbitrary<Command>[] = [
  behave(modes),
  behave(conditions),
  fc
    .constantFrom("down" as const, "rate_limited" as const, "schema_changed" as const, "normal" as const)
    .map((mode) => onWorld(`platform(${mode})`, ({ shop }) => shop.sandbox.control.platforms.set("youtube", mode))),
  fc
    .record({ duplicate: fc.constantFrom(0, 1), shuffle: fc.boolean(), drop: fc.boolean(), hold: fc.boolean() })
    .map((mode) =>
      onWorld(`webhooks(${JSON.stringify(mode)})`, ({ shop }) => shop.sandbox.control.webhooks.setMode(mode)),
    ),
  fc.constant(onWorld("flush", ({ shop }) => shop.sandbox.control.webhooks.flush().then(shop.settle))),
];
