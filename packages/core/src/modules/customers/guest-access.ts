import type { Scope, Tx } from "#infrastructure/database";
import { after, type Clock, days, minutes } from "#kernel/clock";
import { newId, newSecret } from "#kernel/id";
import { consumeAccessLink, insertAccessLink } from "./access-repository.ts";
import { normalizeEmail } from "./customer.ts";
import { tokenExpired } from "./customer-errors.ts";
import { findGuestBySecret, insertGuest, insertGuestSecret } from "./guest-repository.ts";
import { hashSecret } from "./secret-hash.ts";

/** A new owner of carts, channels and orders, and the only copy of the secret that opens them. */
export interface NewGuest {
  readonly ownerId: string;
  readonly secret: string;
}

/** Which orders a link opens, and to whose mailbox it goes. */
export interface NewAccessLink {
  readonly email: string;
  /** Who owns the orders: a guest, or a customer, who will have to sign in. */
  readonly ownerId: string;
  readonly orderId?: string | null;
}

export interface RedeemedAccess {
  readonly ownerId: string;
  readonly orderId: string | null;
  /** Opens the guest; null when the orders belong to an account by now, which has to sign in. */
  readonly secret: string | null;
}

const linkLifetimeMs = minutes(15);
const linkedSecretLifetimeMs = days(30);
const secretShape = /^[\w-]{43}$/;

export async function createGuest(deps: { clock: Clock }, scope: Scope): Promise<NewGuest> {
  const guest = { ownerId: newId("gst"), secret: newSecret() };
  await insertGuest(scope, guest.ownerId, hashSecret(guest.secret), deps.clock.wall());
  return guest;
}

export async function resolveGuest(deps: { clock: Clock }, scope: Scope, secret: string): Promise<string | null> {
  if (!secretShape.test(secret)) return null;
  return findGuestBySecret(scope, hashSecret(secret), deps.clock.wall());
}

/** Makes a link that works once within 15 minutes. The returned token exists nowhere else. */
export async function createAccessLink(deps: { clock: Clock }, tx: Tx, link: NewAccessLink): Promise<string> {
  const token = newSecret();
  const now = deps.clock.wall();
  await insertAccessLink(tx, {
    tokenHash: hashSecret(token),
    email: normalizeEmail(link.email),
    ownerId: link.ownerId,
    orderId: link.orderId ?? null,
    createdAt: now,
    expiresAt: after(now, linkLifetimeMs),
  });
  return token;
}

/** Exchanges a link's token. Throws `auth.token-expired` for unknown, old and used ones alike. */
export async function redeemAccessLink(deps: { clock: Clock }, scope: Scope, token: string): Promise<RedeemedAccess> {
  if (!secretShape.test(token)) throw tokenExpired();
  return scope.transaction(async (tx) => {
    const now = deps.clock.wall();
    const link = await consumeAccessLink(tx, hashSecret(token), now);
    if (link === null) throw tokenExpired();
    const { ownerId, orderId } = link;
    const secret = newSecret();
    const opened = await insertGuestSecret(
      tx,
      { guestId: ownerId, secretHash: hashSecret(secret), expiresAt: after(now, linkedSecretLifetimeMs) },
      now,
    );
    return { ownerId, orderId, secret: opened ? secret : null };
  });
}
