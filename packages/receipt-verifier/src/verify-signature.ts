import { canonicalJson } from "./canonical-json.ts";
import { fromHex } from "./digest.ts";
import type { PublishedKey } from "./receipt-format.ts";

const encoder = new TextEncoder();

/** Whether this place can check signatures: WebCrypto with Ed25519, which older browsers and plain http lack. */
export async function canVerify(): Promise<boolean> {
  try {
    await crypto.subtle.importKey("raw", new Uint8Array(32), "Ed25519", false, ["verify"]);
    return true;
  } catch {
    return false;
  }
}

/** Whether `signature` (hex) is the key's Ed25519 signature of a value's canonical JSON. False for a key that is none. */
export async function verifySignature(key: PublishedKey, value: unknown, signature: string): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey("raw", fromHex(key.publicKey), "Ed25519", false, ["verify"]);
    return await crypto.subtle.verify("Ed25519", imported, fromHex(signature), encoder.encode(canonicalJson(value)));
  } catch {
    return false;
  }
}
