import type { LineState } from "@smplat/contracts/vocabulary";
import { DomainError } from "#kernel/domain-error";
import { type LineCommand, lineMachine } from "./line-states.ts";

/** No such line, or its order was never paid. */
export const lineNotFound = (lineId: string) => new DomainError("order.not-found", { lineId });

/** The line has no edge for this from where it stands, or a guard said no. */
export const lineRefused = (command: LineCommand, state: LineState, why: string) =>
  new DomainError("fulfillment.line-refused", { command, why, allowed: lineMachine.commandsFrom(state) });

/** No such decision about who does a line, or one made by a policy this program no longer knows. */
export const decisionNotFound = (decisionId: string) => new DomainError("routing.decision-not-found", { decisionId });

/** No such submit, or not one the manual desk works on. */
export const attemptNotFound = (attemptId: string) => new DomainError("attempt.not-found", { attemptId });

/** The webhook was not signed with the supplier's secret, or too long ago. */
export const signatureInvalid = () => new DomainError("webhook.signature-invalid");

/** The actor may not do this with suppliers or lines. */
export const fulfillmentForbidden = (action: string) => new DomainError("auth.forbidden", { action });
