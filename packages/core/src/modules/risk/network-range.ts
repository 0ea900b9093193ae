import { isIP } from "node:net";

const shortest = { 4: 8, 6: 19 } as const;
const longest = { 4: 32, 6: 128 } as const;

/**
 * A range of addresses in CIDR notation; a single address is a range of one. Bits right of the mask are left as they
 * are. Null for what is none, and for ranges so wide that they are a mistake.
 */
export function networkRange(text: string): string | null {
  const [address = "", mask, ...rest] = text.split("/");
  const version = isIP(address);
  if ((version !== 4 && version !== 6) || address.includes("%") || rest.length > 0) return null;
  const bits = mask === undefined ? longest[version] : /^\d{1,3}$/.test(mask) ? Number(mask) : Number.NaN;
  return bits >= shortest[version] && bits <= longest[version] ? `${address}/${bits}` : null;
}
