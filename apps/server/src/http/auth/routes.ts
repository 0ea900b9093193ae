import type { auth } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { actorId } from "@smplat/core/kernel/actor";
import { bringGuest } from "../bring-guest.ts";
import { takeGuestSecret } from "../guest-cookie.ts";
import type { Handlers, Visitor } from "../handler.ts";
import { readDemoLogins } from "./demo-logins.ts";
import { presentSession } from "./presenter.ts";

export const authRoutes = (core: Core): Handlers<typeof auth> => ({
  session: async ({ actor, visitor }) => {
    const id = actor.role === "anonymous" || actor.role === "guest" ? null : actorId(actor);
    const person = id === null ? null : await core.customers.findPerson(core.database, id);
    return presentSession(actor, person, visitor.awaiting);
  },
  signUp: async ({ body }) => {
    await core.customers.signUp(body);
    return undefined;
  },
  verifyEmail: async ({ actor, body, visitor }) => {
    const begun = await core.customers.verifyEmail({ token: body.token, ...originOf(visitor) });
    if (begun === null) return presentSession(actor, null);
    await handOver(core, visitor, begun);
    return presentSession(actor, begun.person, begun.person.awaiting);
  },
  signIn: async ({ actor, body, visitor }) => {
    const begun = await core.customers.signIn({ ...body, ...originOf(visitor) });
    await handOver(core, visitor, begun);
    return presentSession(actor, begun.person, begun.person.awaiting);
  },
  offerSecondFactor: async ({ visitor }) => {
    const { secret, uri } = await core.customers.offerSecondFactor(cookiesOf(visitor));
    return { setupKey: secret, uri };
  },
  confirmSecondFactor: async ({ visitor, body }) => ({
    recoveryCodes: [...(await core.customers.confirmSecondFactor(cookiesOf(visitor), body.code))],
  }),
  passSecondFactor: async ({ actor, visitor, body }) =>
    presentSession(actor, await core.customers.passSecondFactor(cookiesOf(visitor), body.code)),
  signOut: async ({ visitor }) => {
    const cookies = await core.customers.signOut(cookiesOf(visitor));
    for (const cookie of cookies) visitor.setCookie(cookie);
    return undefined;
  },
  requestPasswordReset: async ({ body }) => {
    await core.customers.requestPasswordReset(core.database, body.email);
    return undefined;
  },
  resetPassword: async ({ body }) => {
    await core.customers.resetPassword(body);
    return undefined;
  },
  demoLogins: () => readDemoLogins(core),
});

const cookiesOf = (visitor: Visitor): string => visitor.headers.get("cookie") ?? "";

const originOf = (visitor: Visitor) => ({
  guestOwnerId: visitor.guestOwnerId,
  userAgent: visitor.headers.get("user-agent"),
});

type Begun = Awaited<ReturnType<Core["customers"]["signIn"]>>;

/** The new session's cookies go out; a guest who became a customer needs their secret no more, and keeps what they had. */
async function handOver(core: Core, visitor: Visitor, { setCookies, person, mergedGuestId }: Begun): Promise<void> {
  for (const cookie of setCookies) visitor.setCookie(cookie);
  if (visitor.guestOwnerId !== null && person.role === "customer") takeGuestSecret(core, visitor);
  if (mergedGuestId !== null) await bringGuest(core, mergedGuestId, person.customerId);
}
