import { splitLocale } from "#i18n/locales.ts";

/** Any origin will do: it only shows whether an address leaves it. */
const anyOrigin = "https://shop.invalid";
const maxLength = 1000;

/**
 * Where to go on after signing in: the path and query of a page of ours, without its language, or null. Whatever could
 * lead to another site, or back to signing in, is refused.
 */
export function safeNext(value: string | null | undefined): string | null {
  if (!value?.startsWith("/") || value.length > maxLength || !URL.canParse(value, anyOrigin)) return null;
  const url = new URL(value, anyOrigin);
  if (url.origin !== anyOrigin) return null;
  const { path } = splitLocale(url.pathname);
  // Browsers read a doubled slash as the start of another host's name.
  if (path.startsWith("//") || path.startsWith("/api/") || path === "/login" || path === "/second-factor") return null;
  return `${path}${url.search}`;
}
