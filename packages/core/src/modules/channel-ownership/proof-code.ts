import { timingSafeEqual } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codeLength = 8;
const readMax = 10_000;

/** Eight characters of Crockford base 32: 40 random bits, without letters that look like digits. */
export function newProofCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(codeLength));
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join("");
}

/**
 * Whether a text a platform gave us carries the code: in any case, in full-width or other compatibility letters, with
 * letters typed for digits they resemble, alone or glued to other words. Every place is compared in constant time, so
 * that answers don't tell how near a guess was.
 */
export function carriesCode(text: string, code: string): boolean {
  const wanted = Buffer.from(code, "latin1");
  let found = false;
  for (const run of plain(text.slice(0, readMax)).match(/[0-9A-Z]{8,}/g) ?? []) {
    for (let start = 0; start + codeLength <= run.length; start += 1) {
      const candidate = Buffer.from(run.slice(start, start + codeLength), "latin1");
      found = timingSafeEqual(candidate, wanted) || found;
    }
  }
  return found;
}

/** Invisible characters are taken out: some apps put them into pasted text. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\p{Cf}/gu, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
