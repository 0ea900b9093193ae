import { type Platform, platforms } from "@smplat/contracts/vocabulary";

/** Which channel somebody shops for: a platform, and the handle once it is known. */
export interface ShopPlatform {
  readonly platform: Platform;
  readonly handle: string | null;
}

export const platformCookie = "smplat_platform";
/** 180 days, in seconds. */
export const platformCookieMaxAge = 15_552_000;
const maxHandleLength = 120;

export function isPlatform(value: string | null | undefined): value is Platform {
  return platforms.some((platform) => platform === value);
}

/** Reads `instagram` or `instagram:@brand`; null for anything else. */
export function parsePlatform(value: string | null | undefined): ShopPlatform | null {
  if (!value) return null;
  const at = value.indexOf(":");
  const platform = (at === -1 ? value : value.slice(0, at)).toLowerCase();
  if (!isPlatform(platform)) return null;
  const handle =
    at === -1
      ? ""
      : value
          .slice(at + 1)
          .trim()
          .slice(0, maxHandleLength);
  return { platform, handle: handle === "" ? null : handle };
}

/** The opposite of `parsePlatform`. */
export function formatPlatform(context: ShopPlatform | null): string | null {
  if (context === null) return null;
  return context.handle === null ? context.platform : `${context.platform}:${context.handle}`;
}
