import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { journey } from "./journey.ts";
import { root } from "./project-root.ts";

export const journeys = [
  journey("the smoke command finds nothing untrue in the running shop", async ({ shop }) => {
    const { code, output } = await smoke("--base", shop.url);
    assert.equal(code, 0, output);
    assert.match(output, /Everything holds/);
    for (const step of ["Paid", "Delivered", "Proven", "Download invoice", "Download receipt"])
      assert.match(output, new RegExp(`✓ ${step}`));
  }),
  journey("the smoke command fails where no shop is, and says so", async () => {
    const { code, output } = await smoke("--base", "http://127.0.0.1:9");
    assert.equal(code, 1);
    assert.match(output, /✗ Ready/);
  }),
];

function smoke(...args: string[]): Promise<{ code: number | null; output: string }> {
  const command = join(root, "apps/server/src/commands/smoke.ts");
  const child = spawn(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, output })));
}
