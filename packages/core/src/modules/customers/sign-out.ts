import type { Auth } from "./auth/create-auth.ts";

/** Ends the session of these cookies, if there is one. Returns the cookies that clear it in the browser. */
export async function signOut(auth: Auth, cookies: string): Promise<readonly string[]> {
  const answer = await auth.api.signOut({ headers: new Headers({ cookie: cookies }), returnHeaders: true });
  return answer.headers.getSetCookie();
}
