import { createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";

const core = await createCore({ ...loadConfig(), services: [], logLevel: "warn" });
const { status, detail, steps } = await core.storageProbes.run();
await core.close();
for (const { size, writeMs, readMs, deleteMs } of steps) {
  const time = (ms: number | null) => (ms === null ? "—" : `${ms} ms`);
  const bytes = size.toLocaleString("en").padStart(9);
  process.stdout.write(`${bytes} bytes  write ${time(writeMs)}  read ${time(readMs)}  delete ${time(deleteMs)}\n`);
}
process.stdout.write(`${status === "ok" ? "✓" : "✗"} The storage ${detail}\n`);
process.exitCode = status === "ok" ? 0 : 1;
