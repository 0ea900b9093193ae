import fc from "fast-check";
import { afterAll, beforeAll, test } from "vitest";
import { orderCommands } from "./order-commands.ts";
import { expectTrueEnd, tellMet } from "./order-expectations.ts";
import { createOrderWorld, type Model, type OrderWorld } from "./order-world.ts";
import { opening, outsideCommands } from "./supplier-commands.ts";
import { tortureBudget } from "./torture-budget.ts";

/** Everything that may happen to an order, its supplier and its money. */
const events = fc.commands<Model, OrderWorld, boolean>([...orderCommands, ...outsideCommands], {
  maxCommands: 24,
  size: "max",
});

const budget = tortureBudget(14_000, 2);
let world: OrderWorld;

beforeAll(async () => {
  world = await createOrderWorld();
}, 120_000);
afterAll(async () => world.close());

test(
  "whatever people, suppliers and webhooks do in whatever order, orders, money and jobs stay true",
  async () => {
    let runs = 0;
    let steps = 0;
    const property = fc.asyncProperty(opening, events, async (first, then) => {
      const commands = [...first, ...then];
      const model: Model = { orders: [] };
      await fc.asyncModelRun(() => ({ model, real: world }), commands);
      await world.calm();
      for (let day = 0; day < 3; day += 1) await world.pass(24);
      await expectTrueEnd(model, world);
      runs += 1;
      steps += commands.length;
    });
    const begun = performance.now();
    // Whole lives only, and at least one, however slow the machine: a life cut short would go on beside the next test.
    do {
      await fc.assert(property, { seed: budget.seed + runs, numRuns: 1, endOnFailure: true });
    } while (performance.now() - begun < budget.milliseconds);
    process.stdout.write(`  ${runs} runs, ${steps} commands, seed ${budget.seed}\n  ${await tellMet(world)}\n`);
  },
  budget.milliseconds + 240_000,
);
