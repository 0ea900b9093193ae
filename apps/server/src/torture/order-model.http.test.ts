import { verify } from "@smplat/core/verify";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compare, orderCommands } from "./order-commands.ts";
import { createOrderWorld, type Model, type OrderWorld, suppliers } from "./order-world.ts";
import { tortureBudget } from "./torture-budget.ts";

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
