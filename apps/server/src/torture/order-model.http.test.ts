import { isDomainError } from "@smplat/core/kernel/domain-error";
import { seededProviderIds, seedProviders } from "@smplat/core/seed";
import { verify } from "@smplat/core/verify";
import { checkoutBody, fillCart, newEmail, publishSampleProduct, startTestShop, type TestShop } from "@smplat/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../app.ts";
import { tortureBudget } from "./torture-budget.ts";

const admin = { role: "admin", staffId: "cus_torture" } as const;
const suppliers = ["northbeam", "atelier"] as const;
type SupplierName = (typeof suppliers)[number];

/** What the model believes of one purchase. */
interface ModelOrder {
  readonly orderId: string;
  readonly lineId: string;
  readonly ownerId: string;
  readonly totalMinor: number;
  readonly quantity: number;
  /** Refunds that were agreed to, by the key they were asked with. */
  readonly refunds: Map<string, number>;
  version: number;
  /** The state it ended in; it must never leave it. */
  ended: string | null;
}

/** What the model believes of everything. */
interface Model {
  readonly orders: ModelOrder[];
}

/** The shop with its suppliers, which a run disturbs. */
interface OrderWorld {
  readonly shop: TestShop;
  buy(what: "placement" | "hours", quantity: number, disputed: boolean): Promise<ModelOrder>;
  /** Lets time pass in the shop and outside, in steps of hours. */
  pass(hours: number): Promise<void>;
  /** Everybody behaves again, and whatever was held back arrives. */
  calm(): Promise<void>;
  close(): Promise<void>;
}

const hourMs = 3_600_000;

/** Runs a use case; whether it was done. A refusal the business knows by name is an answer, anything else a fault. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isDomainError(error) && error.code !== "invariant.broken") return false;
    throw error;
  }
}

async function createOrderWorld(): Promise<OrderWorld> {
  const shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  await shop.reportToShop(seededProviderIds);
  const products = {
    placement: await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" }),
    hours: await publishSampleProduct(shop.core, { serviceKey: "hours" }),
  };
  return {
    shop,
    buy: async (what, quantity, disputed) => {
      const guest = shop.visit();
      const filled = await fillCart(guest, products[what], { quantity });
      const paymentMethodId = disputed ? "pm_card_createDispute" : "pm_card_visa";
      const body = checkoutBody(filled, { contact: { email: newEmail(), name: "Model" }, paymentMethodId });
      const { orderId } = await guest.api.checkout.complete({ body, idempotencyKey: crypto.randomUUID() });
      const order = await shop.core.orders.get(shop.core.database, admin, orderId);
      return {
        orderId,
        lineId: order.lines[0]?.id ?? "",
        ownerId: order.ownerId,
        totalMinor: order.totalMinor,
        quantity,
        refunds: new Map(),
        version: order.version,
        ended: null,
      };
    },
    pass: async (hours) => {
      for (let hour = 0; hour < hours; hour += 6) await shop.pass(Math.min(6, hours - hour) * hourMs);
    },
    calm: async () => {
      for (const supplier of suppliers) await shop.sandbox.control.suppliers.set(supplier, normal);
      await shop.sandbox.control.webhooks.setMode({});
      await shop.sandbox.control.webhooks.flush();
      await shop.settle();
    },
    close: () => shop.close(),
  };
}

const normal = { mode: "normal", speed: 1, variation: "none", shortShare: 0.7 } as const;

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
async function compare(model: ModelOrder, { shop }: OrderWorld): Promise<void> {
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
const orderCommands = fc.commands<Model, OrderWorld, boolean>(
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

const budget = tortureBudget(22_000, 2);
let world: OrderWorld;

beforeAll(async () => {
  world = await createOrderWorld();
}, 120_000);
afterAll(async () => world.close());

/** No reference made two orders at a supplier, and no line has two that still run. */
async function expectOneOrderEach(): Promise<void> {
  const { rows } = await world.shop.core.database.pool.query<{ reference: string; line_id: string }>(
    "select reference, line_id from fulfillment_attempts where closed_at is null",
  );
  const lineOf = new Map(rows.map((row) => [row.reference, row.line_id]));
  const running = new Map<string, number>();
  for (const supplier of suppliers) {
    for (const order of await world.shop.sandbox.control.suppliers.orders(supplier)) {
      expect(order.ordersForReference, `orders under ${order.reference}`).toBe(1);
      expect(order.submits, `submits under ${order.reference}`).toBe(1);
      const lineId = lineOf.get(order.reference);
      if (lineId !== undefined) running.set(lineId, (running.get(lineId) ?? 0) + 1);
    }
  }
  expect([...running].filter(([, count]) => count > 1)).toEqual([]);
}

test(
  "whatever people, suppliers and webhooks do in whatever order, orders, money and jobs stay true",
  async () => {
    let runs = 0;
    let steps = 0;
    const property = fc.asyncProperty(orderCommands, async (commands) => {
      const model: Model = { orders: [] };
      await fc.asyncModelRun(() => ({ model, real: world }), commands);
      await world.calm();
      for (let day = 0; day < 3; day += 1) await world.pass(24);
      for (const order of model.orders) await compare(order, world);
      await expectOneOrderEach();
      const { findings } = await verify(world.shop.core.database.pool);
      expect(findings).toEqual([]);
      world.shop.log.assertNoUnexpectedErrors();
      runs += 1;
      steps += [...commands].length;
    });
    await fc.assert(property, {
      seed: budget.seed,
      numRuns: 100_000,
      interruptAfterTimeLimit: budget.milliseconds,
      markInterruptAsFailure: false,
      endOnFailure: true,
    });
    expect(runs, "at least one run came to its end").toBeGreaterThan(0);
    process.stdout.write(`  ${runs} runs, ${steps} commands, seed ${budget.seed}\n`);
  },
  budget.milliseconds + 240_000,
);
