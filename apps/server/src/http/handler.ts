import type { BodyOf, Contract, Endpoint, ParamsOf, QueryOf, ResponseOf, Session } from "@smplat/contracts";
import type { Actor } from "@smplat/core/kernel/actor";

/** The person or program behind a request, beyond who they are. */
export interface Visitor {
  readonly requestId: string;
  /** As far as the trusted proxies can be believed. */
  readonly ip: string;
  readonly headers: Headers;
  /** The guest this request brought a valid secret of, even when signed in as a customer; null without one. */
  readonly guestOwnerId: string | null;
  /** What staff still owes before their session counts; null for everybody else. */
  readonly awaiting: Session["awaiting"];
  /** Somebody who can own a cart: the customer, the guest, or a guest made now, whose secret goes out with the answer. */
  buyer(): Promise<Extract<Actor, { ownerId: string }>>;
  /** Adds a Set-Cookie header to the answer. */
  setCookie(cookie: string): void;
  setHeader(name: string, value: string): void;
}

export interface HandlerInput<E extends Endpoint> {
  readonly actor: Actor;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** The bytes as they came, for endpoints with raw input; empty otherwise. */
  readonly rawBody: Uint8Array;
  readonly visitor: Visitor;
}

/** A file as an answer. Sent as an attachment unless `inline`. */
export interface FileAnswer {
  readonly contentType: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly inline: boolean;
}

export type HandlerOutput<E extends Endpoint> = E["output"] extends "json"
  ? [ResponseOf<E>] extends [undefined]
    ? undefined
    : ResponseOf<E>
  : FileAnswer;

export type Handler<E extends Endpoint> = (input: HandlerInput<E>) => Promise<HandlerOutput<E>> | HandlerOutput<E>;

/** One handler per endpoint of an area; a missing one does not compile. */
export type Handlers<A extends Contract[string]> = { readonly [Name in keyof A]: Handler<A[Name]> };
export type AllHandlers<C extends Contract> = { readonly [Area in keyof C]: Handlers<C[Area]> };
