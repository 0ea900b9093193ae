import fc from "fast-check";
import { expect } from "vitest";
import {
  admin,
  attempt,
  type Model,
  type ModelOrder,
  type OrderWorld,
  type SupplierName,
  suppliers,
} from "./order-world.ts";

type Command = fc.AsyncCommand<Model, OrderWorld, boolean>;

/** What a supplier may do to us. */
const supplierModes = [
  "normal",
  "down",
  "accept-then-timeout",
  "reject",
  "short",
  "stall",
  "rate-limited",
  "malformed",
] as const;

/** A command that works on one of the model's orders; `pick` chooses which. */
function onOrder(
  label: string,
  pick: number,
  work: (order: ModelOrder, world: OrderWorld) => Promise<unknown>,
): Command {
  return {
    check: ({ orders }) => orders.length > 0,
    run: async ({ orders }, world) => {
      const order = orders[pick % orders.length];
      if (order === undefined) return;
      await work(order, world);
      await world.shop.settle();
      await compare(order, world);
    },
    toString: () => `${label}(#${pick})`,
  };
}

function onWorld(label: string, work: (world: OrderWorld, model: Model) => Promise<unknown>): Command {
  return {
    check: () => true,
    run: async (model, world) => {
      await work(world, model);
      for (const order of model.orders) await compare(order, world);
    },
    toString: () => label,
  };
}

/** Holds the real order against what the model knows of it. */
export async function compare(model: ModelOrder, { shop }: OrderWorld): Promise<void> {
  const order = await shop.core.orders.get(shop.core.database, admin, model.orderId);
  const [line] = order.lines;
  expect(order.version, "a version never goes back").toBeGreaterThanOrEqual(model.version);
  if (model.ended !== null) expect(order.state, "an ended order stays ended").toBe(model.ended);
  expect(order.capturedMinor, "what was paid").toBe(model.totalMinor);
  expect(order.refundedMinor + order.lostMinor, "never more goes back than came in").toBeLessThanOrEqual(
    order.capturedMinor,
  );
  expect(line?.deliveredUnits, "never more is shown than was bought").toBeLessThanOrEqual(model.quantity);
  const agreed = [...model.refunds.values()].reduce((sum, amountMinor) => sum + amountMinor, 0);
  expect(agreed, "no more is promised than was paid").toBeLessThanOrEqual(model.totalMinor);
  model.version = order.version;
  if (order.state === "canceled" || order.state === "refunded") model.ended = order.state;
}

const transition =
  (command: "hold" | "resume") =>
  (order: ModelOrder, { shop }: OrderWorld) =>
    attempt(() =>
      shop.core.database.transaction((tx) =>
        shop.core.orders.transition(tx, admin, order.orderId, { command, reason: "The model asks." }),
      ),
    );

/** Asks twice with the same key, at the same time: at most one refund comes of it. */
async function refund(order: ModelOrder, { shop }: OrderWorld, share: number): Promise<void> {
  const amountMinor = Math.max(1, Math.floor(order.totalMinor * share));
  const requestKey = crypto.randomUUID();
  const { orderId, lineId } = order;
  const request = { orderId, lines: [{ lineId, amountMinor }], reason: "The model asks.", requestKey };
  const ask = () => attempt(() => shop.core.database.transaction((tx) => shop.core.support.refund(tx, admin, request)));
  const done = await Promise.all([ask(), ask()]);
  if (done.includes(true)) order.refunds.set(requestKey, amountMinor);
}

async function refill(order: ModelOrder, { shop }: OrderWorld, agree: boolean): Promise<void> {
  const { orderId, lineId, ownerId } = order;
  const owner = { role: "guest", ownerId } as const;
  const inTransaction = shop.core.database.transaction;
  await attempt(() =>
    inTransaction((tx) => shop.core.refills.request(tx, owner, { orderId, lineId, note: "The model asks." })),
  );
  const lines = await shop.core.refills.listStanding(shop.core.database, admin, orderId);
  for (const { refills } of lines) {
    for (const { id } of refills.filter(({ state }) => state === "requested")) {
      await attempt(() =>
        inTransaction((tx) =>
          agree ? shop.core.refills.approve(tx, admin, id) : shop.core.refills.decline(tx, admin, id, "The model."),
        ),
      );
    }
  }
}

const cancel = (order: ModelOrder, { shop }: OrderWorld) =>
  attempt(() => shop.core.payments.cancelOrder(admin, order.orderId, "The model asks."));

const setMode = (supplier: SupplierName, mode: (typeof supplierModes)[number]) =>
  onWorld(`supplier(${supplier}: ${mode})`, ({ shop }) =>
    shop.sandbox.control.suppliers.set(supplier, { mode, hangMs: 50, shortShare: 0.5, variation: "none" }),
  );

const pick = fc.nat({ max: 11 });

/** Everything that may happen to an order, its supplier and its money. */
export const orderCommands = fc.commands<Model, OrderWorld, boolean>(
  [
    fc
      .record({
        what: fc.constantFrom("placement" as const, "hours" as const),
        quantity: fc.constantFrom(2, 4, 6),
      })
      .chain((goods) => fc.nat({ max: 9 }).map((luck) => ({ ...goods, disputed: luck === 0 })))
      .map(({ what, quantity, disputed }) =>
        onWorld(`buy(${quantity} ${what}${disputed ? ", disputed" : ""})`, async (world, model) => {
          model.orders.push(await world.buy(what, quantity, disputed));
          await world.shop.settle();
        }),
      ),
    fc.integer({ min: 1, max: 48 }).map((hours) => onWorld(`pass(${hours} h)`, (world) => world.pass(hours))),
    fc.tuple(fc.constantFrom(...suppliers), fc.constantFrom(...supplierModes)).map(([who, how]) => setMode(who, how)),
    fc
      .record({ duplicate: fc.constantFrom(0, 1), shuffle: fc.boolean(), drop: fc.boolean(), hold: fc.boolean() })
      .map((mode) =>
        onWorld(`webhooks(${JSON.stringify(mode)})`, ({ shop }) => shop.sandbox.control.webhooks.setMode(mode)),
      ),
    fc.constant(onWorld("flush", ({ shop }) => shop.sandbox.control.webhooks.flush().then(shop.settle))),
    pick.map((order) => onOrder("hold", order, transition("hold"))),
    pick.map((order) => onOrder("resume", order, transition("resume"))),
    pick.map((order) => onOrder("cancel", order, cancel)),
    fc
      .tuple(pick, fc.constantFrom(0.2, 0.5, 1))
      .map(([order, share]) => onOrder(`refund ${share}`, order, (found, world) => refund(found, world, share))),
    fc
      .tuple(pick, fc.boolean())
      .map(([order, agree]) =>
        onOrder(agree ? "refill" : "refill, declined", order, (found, world) => refill(found, world, agree)),
      ),
  ],
  { maxCommands: 24, size: "max" },
);
