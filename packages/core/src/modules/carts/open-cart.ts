import type { Currency } from "@smplat/contracts/vocabulary";
import type { Scope } from "#infrastructure/database";
import { type Actor, ownerOf } from "#kernel/actor";
import { DomainError } from "#kernel/domain-error";
import { newId } from "#kernel/id";
import type { Cart } from "./cart.ts";
import { cartClosed, cartNotFound } from "./cart-errors.ts";
import { findCart, findOpenCart, upsertCart } from "./cart-repository.ts";
import type { CartDeps } from "./carts.ts";

/** Opens a cart in a currency, or answers with the one the visitor has. Throws `auth.required` for nobody. */
export async function openCart(deps: CartDeps, scope: Scope, actor: Actor, currency: Currency): Promise<Cart> {
  const ownerId = requireOwner(actor);
  return upsertCart(scope, { id: newId("crt"), ownerId, currency, state: "open", version: 1 }, deps.clock.now());
}

/** The visitor's open cart. Throws `cart.not-found`. */
export async function getCurrentCart(scope: Scope, actor: Actor): Promise<Cart> {
  const ownerId = ownerOf(actor);
  const cart = ownerId === null ? null : await findOpenCart(scope, ownerId);
  if (cart === null) throw cartNotFound();
  return cart;
}

/** One of the visitor's carts, whatever its state. Throws `cart.not-found`, also for somebody else's. */
export async function getCart(scope: Scope, actor: Actor, cartId: string): Promise<Cart> {
  const ownerId = ownerOf(actor);
  const cart = ownerId === null ? null : await findCart(scope, cartId);
  if (cart === null || cart.ownerId !== ownerId) throw cartNotFound();
  return cart;
}

/** A cart that still takes changes. Throws `cart.not-found`, `cart.closed`. */
export async function getOpenCart(scope: Scope, actor: Actor, cartId: string): Promise<Cart> {
  const cart = await getCart(scope, actor, cartId);
  if (cart.state !== "open") throw cartClosed();
  return cart;
}

export function requireOwner(actor: Actor): string {
  const ownerId = ownerOf(actor);
  if (ownerId === null) throw new DomainError("auth.required");
  return ownerId;
}
