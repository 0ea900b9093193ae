import type { Endpoint } from "@smplat/contracts";
import type { Actor } from "@smplat/core/kernel/actor";
import { DomainError } from "@smplat/core/kernel/domain-error";

/** Whether a role may knock at this door at all; what it may see behind it is the use case's to decide. */
export function authorize(endpoint: Endpoint, actor: Actor): void {
  if (endpoint.access === "everyone" || endpoint.access.includes(actor.role)) return;
  throw new DomainError(actor.role === "anonymous" || actor.role === "guest" ? "auth.required" : "auth.forbidden");
}
