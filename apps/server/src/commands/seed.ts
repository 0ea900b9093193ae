import { writeFile } from "node:fs/promises";
import { type Core, createCore } from "@smplat/core";
import { type Config, loadConfig } from "@smplat/core/config";
import {
  assortment,
  type CheckedHistory,
  checkHistory,
  createHistoryClock,
  createHistoryWorld,
  type DemoPerson,
  type HistoryClock,
  type HistoryPlan,
  historySizes,
  liveHistory,
  planHistory,
  seededProviderIds,
  seedPeople,
  seedProducts,
  seedProviders,
} from "@smplat/core/seed";
import { startApi } from "../services/api.ts";

const config = loadConfig();
const { demo } = config;
if (process.argv.includes("--suppliers")) await seedSuppliers();
else await seedWorld(planOf(config));

/** Writes the suppliers' addresses anew. */
async function seedSuppliers(): Promise<void> {
  const core = await createCore({ ...config, services: [], logLevel: "warn" });
  try {
    await seedProviders(core, demo.suppliers);
  } finally {
    await core.close();
  }
}

/** What is there once and then belongs to the people who work with it, and how it came to be. */
async function seedWorld(plan: HistoryPlan | null): Promise<void> {
  const begun = performance.now();
  const clock = plan === null ? null : createHistoryClock(plan.start);
  const url = withoutWaitingForDisks(config.database.url);
  const seeding = { ...config, services: [], logLevel: "warn", database: { ...config.database, url } } as const;
  const core = await createCore(seeding, clock === null ? {} : { clock });
  try {
    await seedProviders(core, demo.suppliers);
    await seedProducts(core);
    const people = await seedPeople(core);
    const past = plan === null || clock === null ? null : await seedHistory(core, { plan, clock, people });
    await writeNotes(people);
    if (past !== null) process.stdout.write(`${summaryOf(past, performance.now() - begun)}\n`);
  } finally {
    await core.close();
  }
}

async function seedHistory(
  core: Core,
  past: { readonly plan: HistoryPlan; readonly clock: HistoryClock; readonly people: readonly DemoPerson[] },
): Promise<CheckedHistory> {
  const { processor } = config;
  const world = createHistoryWorld({
    sandboxUrl: demo.sandboxUrl,
    processor: { apiUrl: processor.apiUrl ?? demo.sandboxUrl, secretKey: processor.secretKey },
  });
  // The processor knows the shop's address, where nobody else listens before the seed has ended.
  const api = await startApi(core);
  try {
    const accounts = new Map(past.people.map(({ email, id }) => [email, id]));
    const personOf = (label: DemoPerson["label"]) => past.people.find((person) => person.label === label);
    const staff = { adminId: personOf("Admin")?.id ?? "", operatorId: personOf("Operator")?.id ?? "" };
    const { clock, plan } = past;
    const onProgress = (share: number) => process.stdout.write(`${Math.round(100 * share)} % of the past\n`);
    await liveHistory({ core, clock, world, accounts, staff, onProgress }, plan);
    const shownCustomer = personOf("Customer")?.email ?? "";
    return await checkHistory(core, staff, { numbers: demo.history === "full", shownCustomer });
  } finally {
    await api.stop(1_000);
  }
}

/** "116 orders, 943 signed proofs, 12 of 23 products with numbers over their deliveries, in 48.2 s" */
function summaryOf({ totals, missing }: CheckedHistory, ms: number): string {
  const { orders, proofs, products, productsWithNumbers } = totals;
  const numbers = `${productsWithNumbers} of ${products} products with numbers over their deliveries`;
  const lacking = missing.length === 0 ? "" : `; it lacks ${missing.join("; ")}`;
  return `${orders} orders, ${proofs} signed proofs, ${numbers}, in ${(ms / 1_000).toFixed(1)} s${lacking}`;
}

/** The past of the demo; null without a sandbox that could play its outside, or when none is wanted. */
function planOf({ demo: { history, sandboxUrl, seed } }: Config): HistoryPlan | null {
  if (history === "none" || sandboxUrl === "") return null;
  return planHistory(seed, new Date(), historySizes[history], assortment);
}

/** Nobody was promised anything yet: a power cut now loses a seed, which is made again. */
function withoutWaitingForDisks(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("options", "-c synchronous_commit=off");
  return url.toString();
}

async function writeNotes(people: readonly DemoPerson[]): Promise<void> {
  const logins = people.map(({ label, email, password }) => ({ label, email, password }));
  const { northbeam, atelier } = seededProviderIds;
  const write = async (file: string, content: unknown) => {
    if (file !== "") await writeFile(file, JSON.stringify(content), { mode: 0o600 });
  };
  await write(demo.loginsFile, logins);
  await write(demo.providersFile, { northbeam, atelier });
}
