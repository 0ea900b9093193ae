import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { startBenchPostgres } from "./bench-database.ts";
import { measureCatalog } from "./measure-catalog.ts";
import { measureOrders } from "./measure-orders.ts";
import { measureProof } from "./measure-proof.ts";
import { measureRouter } from "./measure-router.ts";
import { measureStart } from "./measure-start.ts";
import { measureWeb } from "./measure-web.ts";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: "string", default: "10" }, profile: { type: "string" } },
});
const parts = ["catalog", "orders", "proof", "router", "web", "start"] as const;
const unknown = positionals.filter((name) => !parts.some((part) => part === name));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(", ")}. There are ${parts.join(", ")}`);
const chosen = positionals.length === 0 ? parts : parts.filter((part) => positionals.includes(part));

process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}\n`);
const seconds = Number(values.seconds);

if (["catalog", "orders", "proof"].some((part) => chosen.some((name) => name === part))) {
  const postgres = await startBenchPostgres();
  try {
    if (chosen.includes("catalog")) await measureCatalog(postgres, { seconds });
    if (chosen.includes("proof")) await measureProof(postgres);
    if (chosen.includes("orders")) await measureOrders(postgres, { seconds, profileDirectory: values.profile ?? null });
  } finally {
    await postgres.stop();
  }
}
if (chosen.includes("router")) measureRouter();
if (chosen.includes("web")) await measureWeb();
if (chosen.includes("start")) await measureStart();
