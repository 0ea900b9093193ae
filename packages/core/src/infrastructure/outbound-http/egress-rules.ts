import { BlockList, isIP } from "node:net";

/** Why an address may not be called. */
export type EgressRefusal = "not-a-url" | "scheme" | "port" | "userinfo" | "fragment" | "address";

const ports: ReadonlySet<string> = new Set(["", "443", "8443"]);
const blocked = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  blocked.addSubnet(network, prefix, "ipv4");
}
// Within 2000::/3: protocol assignments and Teredo, documentation twice, 6to4.
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["3fff::", 20],
  ["2002::", 16],
] as const) {
  blocked.addSubnet(network, prefix, "ipv6");
}
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

/** Whether an IP address belongs to the public internet: nothing local, private, reserved, mapped or tunnelled. */
export function isGlobalAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, "");
  const version = isIP(plain);
  if (version === 4) return !blocked.check(plain, "ipv4");
  return version === 6 && globalUnicast.check(plain, "ipv6") && !blocked.check(plain, "ipv6");
}

/** The host of a URL as `net` writes it: without the brackets of an IPv6 literal. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, "");

/**
 * Checks a URL before anything is looked up: https on 443 or 8443, no user, no fragment, no literal address that isn't
 * public. `exemptOrigins` are exact origins to which scheme, port and address rules don't apply.
 * @returns the parsed URL, or why it is refused
 */
export function checkEgress(
  text: string,
  exemptOrigins: ReadonlySet<string>,
): { readonly url: URL; readonly exempt: boolean } | { readonly refusal: EgressRefusal } {
  const url = URL.parse(text);
  if (url === null) return { refusal: "not-a-url" };
  if (url.protocol !== "https:" && url.protocol !== "http:") return { refusal: "scheme" };
  if (url.username !== "" || url.password !== "") return { refusal: "userinfo" };
  if (url.hash !== "" || text.includes("#")) return { refusal: "fragment" };
  if (exemptOrigins.has(url.origin)) return { url, exempt: true };
  if (url.protocol !== "https:") return { refusal: "scheme" };
  if (!ports.has(url.port)) return { refusal: "port" };
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isGlobalAddress(host)) return { refusal: "address" };
  return { url, exempt: false };
}
