const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A new id: prefix, underscore, 26 characters of Crockford base 32 over a UUIDv7. Sorts by time of making within a
 * millisecond, so new rows land at the right edge of an index.
 */
export function newId<P extends string>(prefix: P): `${P}_${string}` {
  return `${prefix}_${encode(uuidV7Bytes())}`;
}

/** A new UUIDv7 in the usual notation. */
export function newUuid(): string {
  return formatUuid(uuidV7Bytes());
}

/**
 * 256 random bits, base64url: for secrets a person or a client holds. Store only its hash.
 */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Writes 16 bytes in UUID notation. */
export function formatUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

const poolBytes = 4_096;
const pool = new Uint8Array(poolBytes);
let poolUsed = poolBytes;

/** 16 random bytes; drawn from the system by the page, for a draw costs more than what is done with it. */
function randomBytes(): Uint8Array {
  if (poolUsed === poolBytes) {
    crypto.getRandomValues(pool);
    poolUsed = 0;
  }
  poolUsed += 16;
  return pool.slice(poolUsed - 16, poolUsed);
}

function uuidV7Bytes(): Uint8Array {
  const bytes = randomBytes();
  let time = Date.now();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes;
}

function encode(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let index = 0; index < 26; index += 1) {
    text = (alphabet[Number(value & 31n)] ?? "0") + text;
    value >>= 5n;
  }
  return text;
}
