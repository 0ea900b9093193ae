import { createHmac } from "node:crypto";
import { isIP } from "node:net";
import type { IdentityKey, KeyKind } from "./history.ts";

/** The providers that ignore dots and everything after a plus sign. */
const gmailDomains = new Set(["gmail.com", "googlemail.com"]);

/**
 * An address as its provider reads it: lower case; for the gmail family also without dots and tags. Elsewhere dots and
 * tags may tell people apart and stay.
 */
export function normalizeAddress(email: string): string {
  const lower = email.trim().toLowerCase();
  const split = lower.lastIndexOf("@");
  const local = lower.slice(0, split);
  const domain = lower.slice(split + 1);
  if (!gmailDomains.has(domain)) return lower;
  return `${(local.split("+", 1)[0] ?? "").replaceAll(".", "")}@gmail.com`;
}

export const domainOf = (email: string): string =>
  email
    .slice(email.lastIndexOf("@") + 1)
    .trim()
    .toLowerCase();

/**
 * The network of an address: /24 of IPv4, /48 of IPv6. Null for addresses that are not of the public internet: they
 * are our own proxies and networks and say nothing of who buys.
 */
export function networkOf(ip: string): string | null {
  const mapped = ip.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (isIP(mapped) === 4) {
    const [a = 0, b = 0, c = 0] = mapped.split(".").map(Number);
    const isPrivate =
      a === 0 || a === 10 || a === 127 || a >= 224 || (a === 169 && b === 254) || (a === 192 && b === 168);
    const isShared = (a === 172 && b >= 16 && b <= 31) || (a === 100 && b >= 64 && b <= 127);
    return isPrivate || isShared ? null : `${a}.${b}.${c}.0/24`;
  }
  if (isIP(mapped) !== 6) return null;
  const groups = expand(mapped.split("%", 1)[0] ?? "");
  const first = Number.parseInt(groups[0] ?? "0", 16);
  // Global unicast is 2000::/3.
  if (first < 0x2000 || first > 0x3fff) return null;
  return `${groups.slice(0, 3).join(":")}::/48`;
}

function expand(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16));
}

const addressText = (parts: readonly string[]): string =>
  parts
    .map((part) =>
      part
        .normalize("NFKD")
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, ""),
    )
    .join("|");

/** Who tries to buy, in the clear; lives only as long as the request. */
export interface Identity {
  readonly email: string;
  readonly ownerId: string;
  readonly cardFingerprint: string | null;
  readonly ip: string;
  readonly address: { readonly line1: string; readonly postalCode: string; readonly country: string };
  /** The browser, when its cookie tells it apart from the owner. */
  readonly deviceId: string | null;
  /** The platforms' own ids of the channels bought for. */
  readonly channels: readonly string[];
}

const channelsMax = 10;

/** Turns what a person carries into keys nobody can read back without the secret. */
export function createKeyMaker(secret: string): {
  readonly keyOf: (kind: KeyKind, value: string) => string;
  /** What people are told apart by. */
  readonly personOf: (email: string) => string;
  readonly keysOf: (identity: Identity) => { person: string; keys: IdentityKey[]; network: string | null };
} {
  const purpose = createHmac("sha256", secret).update("risk keys 1").digest();
  const keyOf = (kind: KeyKind, value: string): string =>
    createHmac("sha256", purpose).update(`${kind} ${value}`).digest("base64url").slice(0, 24);
  const personOf = (email: string): string => keyOf("email", normalizeAddress(email));
  return {
    keyOf,
    personOf,
    keysOf: (identity) => {
      const network = networkOf(identity.ip);
      const { line1, postalCode, country } = identity.address;
      const values: [KeyKind, string | null][] = [
        ["email", normalizeAddress(identity.email)],
        ["owner", identity.ownerId],
        ["card", identity.cardFingerprint],
        ["network", network],
        ["address", addressText([line1, postalCode, country])],
        ["device", identity.deviceId],
        ...[...new Set(identity.channels)].slice(0, channelsMax).map((id): [KeyKind, string] => ["channel", id]),
      ];
      const keys = values.flatMap(([kind, value]) => (value === null ? [] : [{ kind, key: keyOf(kind, value) }]));
      return { person: personOf(identity.email), keys, network };
    },
  };
}
