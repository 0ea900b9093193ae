import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/** Seals small secrets for storage. What was sealed for one context opens for no other. */
export interface SecretBox {
  /** @param context what the secret belongs to, e.g. the id of its row; needed again to open it */
  seal(plain: string, context: string): string;
  /** Throws when the text was changed, sealed for another context, or with a key that is not here. */
  open(sealed: string, context: string): string;
}

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

const version = "v1";

/**
 * AES-256-GCM with a random 96-bit nonce; the context is authenticated. Each text carries the id of its key, so that
 * a new key may seal while old ones still open.
 *
 * @param secrets texts of 32 characters or more; the first seals, all open
 */
export function createSecretBox(secrets: readonly [string, ...string[]]): SecretBox {
  const [first, ...older] = secrets.map(keyOf);
  if (first === undefined) throw new Error("A secret box needs a key");
  const keys = new Map([first, ...older].map((key) => [key.id, key]));
  return {
    seal: (plain, context) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", first.bytes, nonce).setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return [version, first.id, nonce, sealed, cipher.getAuthTag()].map(text).join(".");
    },
    open: (sealed, context) => {
      const [format, keyId, nonce, body, tag] = sealed.split(".");
      const key = keys.get(keyId ?? "");
      if (format !== version || nonce === undefined || body === undefined || tag === undefined) {
        throw new Error("This is not a sealed secret");
      }
      if (key === undefined) throw new Error(`No key ${keyId} to open a secret with`);
      const decipher = createDecipheriv("aes-256-gcm", key.bytes, Buffer.from(nonce, "base64url"), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(Buffer.from(tag, "base64url"));
      return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
    },
  };
}

function keyOf(secret: string): Key {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "", "smplat secret box", 32));
  return { id: createHash("sha256").update("key id").update(bytes).digest("hex").slice(0, 8), bytes };
}

const text = (part: string | Buffer): string => (typeof part === "string" ? part : part.toString("base64url"));
