import { canonicalJson } from "./canonical-json.ts";

const encoder = new TextEncoder();

interface HostCrypto {
  hash(algorithm: "sha256", bytes: Uint8Array, encoding: "buffer"): Uint8Array;
}

/** Node's own hash where there is one: WebCrypto sends every digest to another thread, and a document has dozens. */
const host = (globalThis as { process?: { getBuiltinModule?: (id: string) => HostCrypto | undefined } }).process;
const hostCrypto = host?.getBuiltinModule?.("node:crypto");

/** SHA-256 of bytes, by the host or by WebCrypto. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (hostCrypto !== undefined) return new Uint8Array(hostCrypto.hash("sha256", bytes, "buffer"));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** SHA-256 in hex of a value's canonical JSON in UTF-8. */
export async function digestOf(value: unknown): Promise<string> {
  return toHex(await sha256(encoder.encode(canonicalJson(value))));
}

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Bytes of lower-case hex. Throws `TypeError` for anything else, so that every value has one text only. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new TypeError("Not lower-case hex");
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(2 * index, 2 * index + 2), 16),
  );
}

export const isDigest = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
