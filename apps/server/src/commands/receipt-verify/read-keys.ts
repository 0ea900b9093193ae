import { readFile } from "node:fs/promises";
import { ProofKeys } from "@smplat/contracts";
import type { PublishedKey } from "@smplat/receipt-verifier";

const patienceMs = 10_000;

/** The keys of a file as the shop publishes them. Throws when it is none. */
export async function keysOfFile(path: string): Promise<readonly PublishedKey[]> {
  return parse(await readFile(path, "utf8"), path);
}

/** The keys a shop publishes now. Throws when they can't be had. */
export async function keysOfShop(shop: string): Promise<readonly PublishedKey[]> {
  const address = new URL("/api/v1/proofs/keys", shop);
  const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
  if (answer === null || !answer.ok) throw new Error(`No keys from ${address}: give them with --key keys.json`);
  return parse(await answer.text(), String(address));
}

function parse(text: string, from: string): readonly PublishedKey[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${from} is not JSON`);
  }
  const keys = ProofKeys.safeParse(value);
  if (!keys.success) throw new Error(`${from} holds no keys as /api/v1/proofs/keys publishes them`);
  return keys.data.keys;
}
