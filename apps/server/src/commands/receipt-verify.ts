import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { PublishedKey } from "@smplat/receipt-verifier";
import { verifyProofFile } from "@smplat/receipt-verifier";
import { describeFinding } from "./receipt-verify/describe-finding.ts";
import { keysOfFile, keysOfShop } from "./receipt-verify/read-keys.ts";

const usage = `Usage: npm run receipt:verify -- file.json [--key keys.json] [--shop https://your.shop]

Checks a signed proof. With --key nothing is asked of anybody: keys.json is what the shop publishes at
/api/v1/proofs/keys. Without it the keys are fetched from the shop (http://localhost:3000 unless --shop says another).
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: "string" }, shop: { type: "string", default: "http://localhost:3000" } },
});
const [path] = positionals;

if (path === undefined || positionals.length > 1) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  try {
    const keys = values.key === undefined ? await keysOfShop(values.shop) : await keysOfFile(values.key);
    process.exitCode = await check(path, keys);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

/** Says what is in the file and everything that is wrong with it. */
async function check(file: string, keys: readonly PublishedKey[]): Promise<number> {
  const result = await verifyProofFile(await readFile(file), keys);
  for (const { document, statement, inclusion } of result.verified ? (result.file?.receipts ?? []) : []) {
    const { line, order, cause, issuedAt } = document;
    const place = inclusion === null ? "not yet in a published tree" : `in the tree of ${inclusion.date}`;
    process.stdout.write(
      `${order.number} · ${order.sequence}. ${line.product}: ${line.delivered} of ${line.ordered} ${line.unit} (${cause}, ${issuedAt})\n` +
        `  ${statement.digest} · ${place}\n`,
    );
  }
  if (result.verified) {
    process.stdout.write("✓ Verified: signatures, digests, chain and published trees are right\n");
    return 0;
  }
  process.stdout.write("✗ Not verified:\n");
  for (const finding of result.findings) process.stdout.write(`  ${describeFinding(finding)}\n`);
  return 1;
}
