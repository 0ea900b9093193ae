import { benchQuantity, benchSelection } from "./bench-product.ts";
import { type Answer, type Caller, createCaller } from "./http-caller.ts";

/**
 * Buyers in a process of their own. Reads from its arguments where the shop is, what to do, how many do it at once and
 * for how long, with the products to buy; prints what they got done.
 */
export interface BuyersTask {
  readonly origin: string;
  readonly doing: "order" | "quote" | "add";
  readonly buyers: number;
  readonly ms: number;
  readonly productIds: readonly string[];
}

export interface BuyersResult {
  readonly done: number;
  readonly ms: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

type Work = () => Promise<void>;

const api = "/api/v1";

function parsed<T>(answer: Answer, expected: number): T {
  if (answer.status !== expected) throw new Error(`Answered ${answer.status} instead of ${expected}: ${answer.body}`);
  return JSON.parse(answer.body) as T;
}

interface Visit {
  readonly caller: Caller;
  readonly headers: Record<string, string>;
}

const anyOf = (ids: readonly string[]): string => ids[Math.floor(Math.random() * ids.length)] ?? "";

async function askQuote(visit: Visit, productId: string): Promise<string> {
  const answer = await visit.caller.post(
    `${api}/quotes`,
    { productId, quantity: benchQuantity, selection: benchSelection, platformContext: null, currency: "EUR" },
    visit.headers,
  );
  const quote = parsed<{ id: string }>(answer, 201);
  const secret = answer.headers.get("x-guest-token");
  if (secret !== undefined) visit.headers["x-guest-token"] = secret;
  return quote.id;
}

const openCart = async ({ caller, headers }: Visit): Promise<string> =>
  parsed<{ id: string }>(await caller.post(`${api}/carts`, { currency: "EUR" }, headers), 201).id;

async function add({ caller, headers }: Visit, cartId: string, quoteId: string): Promise<void> {
  parsed(await caller.post(`${api}/carts/${cartId}/lines`, { quoteId }, headers), 201);
}

/** A whole purchase by a guest nobody knew: price, cart, line, total, payment. */
async function order(caller: Caller, productId: string): Promise<void> {
  const visit: Visit = { caller, headers: {} };
  const quoteId = await askQuote(visit, productId);
  const cartId = await openCart(visit);
  await add(visit, cartId, quoteId);
  const quoted = await caller.post(`${api}/carts/${cartId}/quote`, { billingCountry: "DE" }, visit.headers);
  const total = parsed<{ id: string; total: { amountMinor: number } }>(quoted, 201);
  const paid = await caller.post(
    `${api}/checkout`,
    {
      cartId,
      cartQuoteId: total.id,
      expectedTotalMinor: total.total.amountMinor,
      contact: { email: "mara@example.com", name: "Mara Beispiel" },
      billing: { address: { line1: "Beispielweg 1", city: "Berlin", postalCode: "10115", country: "DE" } },
      paymentMethodId: "pm_card_visa",
      consents: { terms: true, earlyStart: true },
      locale: "en",
    },
    { ...visit.headers, "idempotency-key": crypto.randomUUID() },
  );
  const { status } = parsed<{ status: string }>(paid, 201);
  if (status !== "paid") throw new Error(`An order ended as ${status}`);
}

/** What one buyer repeats. Adding is prepared: the quotes are asked for and the carts opened before anything is timed. */
async function workOf(task: BuyersTask, caller: Caller): Promise<Work> {
  if (task.doing === "order") return () => order(caller, anyOf(task.productIds));
  const visit: Visit = { caller, headers: {} };
  await askQuote(visit, anyOf(task.productIds));
  if (task.doing === "quote") return async () => void (await askQuote(visit, anyOf(task.productIds)));
  const prepared: { visit: Visit; cartId: string; quoteId: string }[] = [];
  for (let index = 0; index < Math.ceil(addsMax / task.buyers); index += 1) {
    const fresh: Visit = { caller, headers: {} };
    const quoteId = await askQuote(fresh, anyOf(task.productIds));
    prepared.push({ visit: fresh, cartId: await openCart(fresh), quoteId });
  }
  return async () => {
    const next = prepared.pop();
    if (next === undefined) throw new Prepared();
    await add(next.visit, next.cartId, next.quoteId);
  };
}

const addsMax = 1_600;

/** Everything prepared is used up. */
class Prepared extends Error {}

async function run(task: BuyersTask): Promise<BuyersResult> {
  const callers = Array.from({ length: task.buyers }, () => createCaller(task.origin));
  const works = await Promise.all(callers.map((caller) => workOf(task, caller)));
  process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
  const took: number[] = [];
  const started = performance.now();
  const until = started + task.ms;
  await Promise.all(
    works.map(async (work) => {
      while (performance.now() < until) {
        const before = performance.now();
        try {
          await work();
        } catch (error) {
          if (error instanceof Prepared) return;
          throw error;
        }
        took.push(performance.now() - before);
      }
    }),
  );
  const ms = performance.now() - started;
  for (const caller of callers) caller.close();
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { done: took.length, ms, p50Ms: at(0.5), p99Ms: at(0.99) };
}

const task = JSON.parse(process.argv[2] ?? "{}") as BuyersTask;
process.stdout.write(`${JSON.stringify(await run(task))}\n`);
