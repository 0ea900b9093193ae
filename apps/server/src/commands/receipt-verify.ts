import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readPublicUrl } from "@smplat/core/config";
import type { PublishedKey } from "@smplat/receipt-verifier";
import { verifyProofFile } from "@smplat/receipt-verifier";
import { describeFinding } from "./receipt-verify/describe-finding.ts";
import { keysOfFile, keysOfShop } from "./receipt-verify/read-keys.ts";

const usage = `Usage: npm run receipt:verify -- file.json [--key keys.json] [--shop https://your.shop]

Checks a signed proof. With --key nothing is asked of anybody: keys.json is what the shop publishes at
/api/v1/proofs/keys. Without it the keys are fetched from the shop of --shop, else of PUBLIC_URL, which the last start
of this copy sets, else of http://localhost:3000.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: "string" }, shop: { type: "string" } },
});
const [path] = positionals;

if (path === undefined || positionals.length > 1) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  try {
    const file = await readProof(path);
    const shop = values.shop ?? readPublicUrl();
    const keys = values.key === undefined ? await keysOfShop(shop) : await keysOfFile(values.key);
    process.exitCode = await check(file, keys);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}

/** The file's bytes. Throws in the words of whoever typed its name. */
async function readProof(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = error instanceof Error && "code" in error && error.code === "ENOENT" ? "There is no" : "Can't read";
    throw new Error(`${reason} file ${file}`);
  }
}

/** Says what is in the file and everything that is wrong with it. */
async function check(file: Uint8Array, keys: readonly PublishedKey[]): Promise<number> {
  const result = await verifyProofFile(file, keys);
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
