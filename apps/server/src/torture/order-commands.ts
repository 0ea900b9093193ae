import fc from "fast-check";
import { compare } from "./order-expectations.ts";
import { admin, attempt, goods, type Model, type ModelOrder, type OrderWorld } from "./order-world.ts";

export type Command = fc.AsyncCommand<Model, OrderWorld, boolean>;

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

/** A command that changes what is around the orders; all of them are looked at afterwards. */
export function onWorld(
  label: string,
  work: (world: OrderWorld, model: Model) => Promise<unknown>,
): Command & fc.WithToStringMethod {
  return {
    check: () => true,
    run: async (model, world) => {
      await work(world, model);
      for (const order of model.orders) await compare(order, world);
    },
    toString: () => label,
    [fc.toStringMethod]: () => label,
  };
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

const replay = (order: ModelOrder, { shop }: OrderWorld) =>
  attempt(() => shop.core.database.transaction((tx) => shop.core.fulfillment.replay(tx, admin, order.lineId)));

const pick = fc.nat({ max: 11 });

export const purchase = fc
  .record({
    what: fc.constantFrom(...goods),
    quantity: fc.constantFrom(2, 4, 6),
    disputed: fc.nat({ max: 9 }).map((luck) => luck === 0),
    onChannel: fc.boolean(),
  })
  .map(({ what, quantity, disputed, onChannel }) => {
    const label = `buy(${quantity} ${what}${onChannel ? " for a channel" : ""}${disputed ? ", disputed" : ""})`;
    return onWorld(label, async (world, model) => {
      model.orders.push(await world.buy(what, quantity, { disputed, onChannel }));
      await world.shop.settle();
    });
  });

const passing = fc
  .integer({ min: 1, max: 48 })
  .map((hours) => onWorld(`pass(${hours} h)`, (world) => world.pass(hours)));

/** What buyers and our own people do, and time. Lives without purchases or time teach little: both come often. */
export const orderCommands: fc.Arbitrary<Command>[] = [
  ...[purchase, purchase, purchase, passing, passing],
  pick.map((order) => onOrder("hold", order, transition("hold"))),
  pick.map((order) => onOrder("resume", order, transition("resume"))),
  pick.map((order) => onOrder("cancel", order, cancel)),
  pick.map((order) => onOrder("replay", order, replay)),
  fc
    .tuple(pick, fc.constantFrom(0.2, 0.5, 1))
    .map(([order, share]) => onOrder(`refund ${share}`, order, (found, world) => refund(found, world, share))),
  fc
    .tuple(pick, fc.boolean())
    .map(([order, agree]) =>
      onOrder(agree ? "refill" : "refill, declined", order, (found, world) => refill(found, world, agree)),
    ),
];
