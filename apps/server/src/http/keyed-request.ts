import { createHash } from "node:crypto";
import type { Endpoint } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { type Actor, actorId } from "@smplat/core/kernel/actor";
import { DomainError, isDomainError } from "@smplat/core/kernel/domain-error";
import { problemOf } from "./problem.ts";

export interface KeyedAnswer {
  readonly status: number;
  readonly body: string;
  readonly replayed: boolean;
}

/** Refusals that stay true however often the same request is repeated; they are kept and replayed. */
const final = new Set([402, 409, 422]);
const retryLater = new Set(["idempotency.in-progress", "order.version-conflict"]);

/**
 * Runs a request under its Idempotency-Key: once, with every repetition getting the same bytes. Answers that say "try
 * again" free the key instead.
 */
export async function runKeyed(
  core: Core,
  input: { endpoint: Endpoint; actor: Actor; key: string | undefined; request: unknown; requestId: string },
  run: () => Promise<string>,
): Promise<KeyedAnswer> {
  const request = {
    principal: actorId(input.actor) ?? "anonymous",
    route: `${input.endpoint.method} ${input.endpoint.path}`,
    key: checkedKey(input.key),
    fingerprint: createHash("sha256").update(canonical(input.request)).digest("base64url"),
  };
  const claim = await core.idempotency.claim(request);
  if (claim.outcome === "reused") throw new DomainError("idempotency.key-reused");
  if (claim.outcome === "busy") throw new DomainError("idempotency.in-progress");
  if (claim.outcome === "replay") return { status: claim.status, body: claim.body, replayed: true };
  try {
    const body = await run();
    await core.idempotency.finish(request, claim.lease, { status: input.endpoint.success, body });
    return { status: input.endpoint.success, body, replayed: false };
  } catch (error) {
    const problem = problemOf(error, input.requestId);
    if (!isDomainError(error) || !final.has(problem.status) || retryLater.has(error.code)) {
      await core.idempotency.release(request, claim.lease).catch(() => undefined);
      throw error;
    }
    const body = JSON.stringify(problem.body);
    await core.idempotency.finish(request, claim.lease, { status: problem.status, body });
    return { status: problem.status, body, replayed: false };
  }
}

function checkedKey(key: string | undefined): string {
  if (key === undefined || key === "") throw new DomainError("idempotency.key-required");
  if (key.length > 255 || !/^[\x21-\x7e]+$/.test(key)) throw new DomainError("idempotency.key-invalid");
  return key;
}

/** Names in a fixed order, so that two writings of the same request have the same digest. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) =>
    typeof entry === "object" && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
      : entry,
  );
}
