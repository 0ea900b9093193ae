import { type RouteCandidate, routeLine, routingPolicy } from "@smplat/core";
import { printNote, printTable, rounded } from "./table.ts";

const decisions = 20_000;
const warmUp = 2_000;
const sizes = [3, 10, 50] as const;
/** What a decision with fifty suppliers may take, p95. */
const budgetMs = 1;

/** How long a choice of supplier takes in process, from the gathered facts to the scored decision. */
export function measureRouter(): void {
  const rows = sizes.map((size) => {
    const candidates = Array.from({ length: size }, (_, index) => candidate(index));
    for (let seed = 0; seed < warmUp; seed += 1) routeLine({ seed, isHighRisk: false }, candidates, routingPolicy);
    const times = Array.from({ length: decisions }, (_, seed) => {
      const start = performance.now();
      routeLine({ seed, isHighRisk: false }, candidates, routingPolicy);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * times.length)] ?? Number.NaN;
    return { size, median: at(0.5), p95: at(0.95), p99: at(0.99) };
  });
  printTable(
    `Router, ${decisions} decisions in process`,
    ["suppliers", "median ms", "p95 ms", "p99 ms"],
    rows.map((row) => [row.size, rounded(row.median, 4), rounded(row.p95, 4), rounded(row.p99, 4)]),
  );
  const largest = rows.at(-1)?.p95 ?? Number.NaN;
  printNote(
    `${largest < budgetMs ? "Within" : "OVER"} the budget of ${budgetMs} ms p95 with ${sizes.at(-1)} suppliers.`,
  );
}

/** Suppliers that differ in everything that counts, none of them shut, so that all are scored. */
function candidate(index: number): RouteCandidate {
  const good = 5 + ((index * 37) % 400);
  const bad = (index * 13) % 40;
  const belief = { a: 19 + good, b: 1 + bad };
  return {
    providerId: `prv_${index}`,
    providerName: `Supplier ${index}`,
    providerState: "active",
    service: "bench",
    isActive: true,
    ofProduct: false,
    priority: 10,
    unitsPerItem: 1,
    quantity: 100,
    currency: "EUR",
    costMinor: 4_000 + ((index * 91) % 3_000),
    priceMinor: 9_000,
    rules: [],
    beliefs: { submit: belief, success: belief, "on-time": belief, refill: { a: 1, b: 19 } },
    successHigh: 0.99,
    inFlight: index % 7,
    inFlightCap: 20,
    maxInFlight: null,
    tried: "no",
  };
}
