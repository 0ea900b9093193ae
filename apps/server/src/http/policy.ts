import type { Endpoint } from "@smplat/contracts";
import { DomainError } from "@smplat/core/kernel/domain-error";
import type { Session } from "./session.ts";

/** Whether a role may knock at this door at all; what it may see behind it is the use case's to decide. */
export function authorize(endpoint: Endpoint, { actor, awaiting }: Session): void {
  if (endpoint.access === "everyone" || endpoint.access.includes(actor.role)) return;
  if (awaiting !== null) throw new DomainError("auth.second-factor-required");
  throw new DomainError(actor.role === "anonymous" || actor.role === "guest" ? "auth.required" : "auth.forbidden");
}
