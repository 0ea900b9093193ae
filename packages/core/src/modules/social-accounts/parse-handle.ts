import type { Platform } from "@smplat/contracts/vocabulary";
import { type HandleRules, handleRules, isYoutubeId } from "./handle-rules.ts";
import { handleInvalid } from "./social-account-errors.ts";

export interface ParsedHandle {
  /** As it is stored and compared: lower case, without `@`. YouTube ids keep their case. */
  readonly handle: string;
  readonly profileUrl: string;
}

/**
 * Reads a channel from what a person pasted: a handle with or without `@`, or a link to the profile. Full-width and
 * other compatibility letters become plain ones; a name that mixes scripts (a Cyrillic `а` among Latin letters), or
 * has invisible characters, is refused, since it could pass for another channel.
 *
 * Throws `channel.handle-invalid`.
 */
export function parseHandle(platform: Platform, input: string): ParsedHandle {
  const rules = handleRules[platform];
  const text = input.normalize("NFKC").trim();
  if (text === "" || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]/u.test(text)) throw handleInvalid(platform, "empty or with spaces");
  const raw = looksLikeLink(text, rules) ? fromLink(platform, rules, text) : text.replace(/^@/, "");
  const handle = complete(platform, isYoutubeId(raw) ? raw : raw.toLowerCase());
  if (!rules.accepts(handle)) throw handleInvalid(platform, "not a name of this platform");
  if (mixesScripts(handle)) throw handleInvalid(platform, "letters of several scripts");
  return { handle, profileUrl: rules.profileUrl(handle) };
}

function looksLikeLink(text: string, rules: HandleRules): boolean {
  if (text.startsWith("@") || text.startsWith("did:")) return false;
  return text.includes("/") || rules.hosts.includes(plainHost(text.toLowerCase()));
}

function fromLink(platform: Platform, rules: HandleRules, text: string): string {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw handleInvalid(platform, "not a link to a profile");
  }
  const host = plainHost(url.hostname);
  const known = rules.hosts.length === 0 || rules.hosts.includes(host);
  const segments = known
    ? decode(url.pathname)
        .split("/")
        .filter((part) => part !== "")
    : [];
  const found = rules.fromPath(segments, host);
  if (found === null) throw handleInvalid(platform, "not a link to a profile");
  return found.replace(/^@/, "");
}

const plainHost = (host: string): string => host.replace(/^(?:www|m)\./, "").replace(/\.$/, "");

function decode(path: string): string {
  try {
    return decodeURIComponent(path).normalize("NFKC");
  } catch {
    return path;
  }
}

/** Bluesky's own app lets people leave out the default domain. */
function complete(platform: Platform, handle: string): string {
  return platform === "bluesky" && /^[a-z0-9-]+$/.test(handle) ? `${handle}.bsky.social` : handle;
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Georgian}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
];
const anyOther =
  /[\p{L}--[\p{scx=Common}\p{scx=Inherited}\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Armenian}\p{scx=Cherokee}\p{scx=Georgian}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]]/v;

/** Names of one script can't be mistaken letter by letter; Japanese and Korean mix theirs and count as one with Han. */
function mixesScripts(handle: string): boolean {
  const used = scripts.filter((script) => script.test(handle)).length + (anyOther.test(handle) ? 1 : 0);
  return used > 1;
}
