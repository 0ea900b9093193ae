import type { Core } from "@smplat/core";
import type { Visitor } from "./handler.ts";

/** The cookie with a guest's secret. API clients use the header `X-Guest-Token` for the same. */
export const guestCookieName = "smplat_guest";
const yearS = 31_536_000;

type Answering = Pick<Visitor, "setCookie" | "setHeader">;

/** Hands a guest's secret to the visitor, in cookie and header. */
export function giveGuestSecret(core: Core, visitor: Answering, secret: string): void {
  visitor.setCookie(`${guestCookieName}=${secret}; ${attributes(core)}; Max-Age=${yearS}`);
  visitor.setHeader("x-guest-token", secret);
}

/** Takes the secret of a guest who signed in back from the browser; it opens nothing any more. */
export function takeGuestSecret(core: Core, visitor: Answering): void {
  visitor.setCookie(`${guestCookieName}=; ${attributes(core)}; Max-Age=0`);
}

const attributes = (core: Core): string =>
  `Path=/; HttpOnly; SameSite=Lax${core.config.publicUrl.startsWith("https:") ? "; Secure" : ""}`;
