/**
 * Why a call brought no answer. `refused`: our own rules. `unreachable`: no connection, or it broke. `timeout`,
 * `too-large`: our limits. `redirected`: the answer was a redirect, which is never followed. `unreadable`: the body is
 * compressed though we asked for plain, or is not text in UTF-8.
 */
export type OutboundFailureKind = "refused" | "unreachable" | "timeout" | "too-large" | "redirected" | "unreadable";

/** A call that brought no answer to work with. */
export class OutboundFailure extends Error {
  override readonly name = "OutboundFailure";
  readonly kind: OutboundFailureKind;
  /**
   * False only when it is certain that no byte of the request reached the other side, so that repeating it can't do
   * anything twice.
   */
  readonly maybeSent: boolean;

  constructor(kind: OutboundFailureKind, message: string, maybeSent: boolean, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.maybeSent = maybeSent;
  }
}
