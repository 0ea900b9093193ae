import { writeFile } from "node:fs/promises";
import { createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import { seededProviderIds, seedPeople, seedProducts, seedProviders } from "@smplat/core/seed";

const config = loadConfig();
const core = await createCore({ ...config, services: [], logLevel: "warn" });
const { demo } = config;
try {
  await seedProviders(core, demo.suppliers);
  if (!process.argv.includes("--suppliers")) await seedShop();
} finally {
  await core.close();
}

/** What is there once and then belongs to the people who work with it. */
async function seedShop(): Promise<void> {
  await seedProducts(core);
  const logins = await seedPeople(core);
  if (demo.loginsFile !== "") await writeFile(demo.loginsFile, JSON.stringify(logins), { mode: 0o600 });
  const { northbeam, atelier } = seededProviderIds;
  if (demo.providersFile !== "")
    await writeFile(demo.providersFile, JSON.stringify({ northbeam, atelier }), { mode: 0o600 });
  process.stdout.write("The shop has its products, suppliers and people\n");
}
