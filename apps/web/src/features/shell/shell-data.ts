import type { ApiContract, ResponseOf } from "@smplat/contracts";
import { cookies } from "next/headers";
import { cache } from "react";
import { api, orNull } from "#api/server-client.ts";

type Session = ResponseOf<ApiContract["auth"]["session"]>;

/** Cookies of our own that say nothing about who somebody is. */
const preferences = new Set(["smplat_platform", "smplat_theme"]);
/** Whether the demo runs does not change between requests; asked again after this time. */
const demoFreshMs = 60_000;
let demo: { readonly at: number; readonly running: boolean } | null = null;

async function demoRuns(): Promise<boolean> {
  if (demo !== null && Date.now() - demo.at < demoFreshMs) return demo.running;
  const answer = await orNull(api().auth.demoLogins({}));
  if (answer === null) return demo?.running ?? false;
  demo = { at: Date.now(), running: answer.logins.length > 0 };
  return demo.running;
}

export interface ShellData {
  readonly demo: boolean;
  readonly session: Session | null;
  readonly cartCount: number;
}

/** What header and bar show besides the page. A silent API leaves parts out; the page itself says what is wrong. */
export const shellData = cache(async (): Promise<ShellData> => {
  const known = (await cookies()).getAll().some(({ name }) => !preferences.has(name));
  const [running, session, cart] = await Promise.all([
    demoRuns(),
    known ? orNull(api().auth.session({})) : null,
    known ? orNull(api().carts.current({})) : null,
  ]);
  return { demo: running, session, cartCount: cart?.lines.length ?? 0 };
});
