import type { Scope } from "#infrastructure/database";
import type { ReceiptKey } from "./receipt.ts";
import { listKeyRows } from "./receipt-repository.ts";
import type { SigningKey } from "./signing-key.ts";

/** Every key receipts were ever signed with, and the one new receipts will be. */
export async function listKeys(scope: Scope, key: SigningKey): Promise<ReceiptKey[]> {
  const known = (await listKeyRows(scope)).map((row) => ({ ...row, current: row.keyId === key.keyId }));
  if (known.some((entry) => entry.current)) return known;
  return [...known, { keyId: key.keyId, publicKey: key.publicKey, firstUsedAt: null, current: true }];
}
