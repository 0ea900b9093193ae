import { createCore } from "@smplat/core";
import { loadConfig } from "@smplat/core/config";
import { verify } from "@smplat/core/verify";

const core = await createCore({ ...loadConfig(), services: [], logLevel: "warn" });
const { checked, findings } = await verify(core.database.pool);
await core.close();
for (const finding of findings) {
  process.stdout.write(`\n✗ ${finding.id}: ${finding.says} — broken by:\n`);
  for (const row of finding.rows) process.stdout.write(`    ${JSON.stringify(row)}\n`);
}
process.stdout.write(`\n${checked - findings.length} of ${checked} invariants hold\n`);
process.exitCode = findings.length === 0 ? 0 : 1;
