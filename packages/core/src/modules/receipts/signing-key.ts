import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { canonicalJson } from "@smplat/receipt-verifier";

/** The key receipts are signed with. */
export interface SigningKey {
  /** `key_` and the first 16 hex digits of the public key's SHA-256. */
  readonly keyId: string;
  /** 32 bytes in hex. */
  readonly publicKey: string;
  /** Ed25519 over a value's canonical JSON, 64 bytes in hex. */
  sign(value: unknown): string;
}

const keyIdDigits = 16;

/** Reads an Ed25519 private key in PEM (PKCS #8); `\n` may be written out. Throws for anything else. */
export function readSigningKey(pem: string): SigningKey {
  const key = privateKeyOf(pem);
  const raw = Buffer.from(createPublicKey(key).export({ format: "jwk" }).x ?? "", "base64url");
  const digest = createHash("sha256").update(raw).digest("hex");
  return {
    keyId: `key_${digest.slice(0, keyIdDigits)}`,
    publicKey: raw.toString("hex"),
    sign: (value) => sign(null, Buffer.from(canonicalJson(value)), key).toString("hex"),
  };
}

function privateKeyOf(pem: string): KeyObject {
  let key: KeyObject | null = null;
  try {
    key = createPrivateKey(pem.replaceAll("\\n", "\n"));
  } catch {
    // The reason could quote the key.
  }
  if (key?.asymmetricKeyType !== "ed25519") throw new Error("RECEIPT_SIGNING_KEY is no Ed25519 private key in PEM");
  return key;
}
