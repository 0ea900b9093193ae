import { cache } from "react";
import { api } from "./server-client.ts";

export type Session = Awaited<ReturnType<ReturnType<typeof api>["auth"]["session"]>>;
export type SignedInUser = NonNullable<Session["user"]>;

/** Who this request comes from, asked once per render. */
export const currentSession = cache((): Promise<Session> => api().auth.session({}));

export function isStaff({ role }: Session): boolean {
  return role === "operator" || role === "admin";
}
