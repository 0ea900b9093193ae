"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { useCallback } from "react";
import type { CopyKey } from "#i18n/copy.tsx";
import { useCopy } from "#i18n/copy.tsx";

export interface ProblemCopy {
  readonly title: string;
  readonly remedy: string;
  /** To quote when asking for help. */
  readonly requestId: string | null;
}

const worded = [
  "request.invalid",
  "request.rate-limited",
  "request.unavailable",
  "auth.required",
  "product.not-published",
  "product.sold-out",
  "selection.invalid",
  "selection.platform-not-eligible",
  "quote.expired",
  "quote.total-mismatch",
  "channel.handle-invalid",
  "channel.measurement-required",
  "checkout.ownership-required",
  "ownership.challenge-not-found",
  "ownership.challenge-ended",
  "ownership.check-too-soon",
  "ownership.not-provable",
  "ownership.consent-expired",
  "ownership.consent-refused",
  "cart.empty",
  "cart.closed",
  "cart.line-problem",
  "cart.too-many-lines",
  "cart.currency-mismatch",
  "payment.declined",
  "payment.method-unknown",
  "payment.processor-unavailable",
  "order.already-placed",
  "order.not-found",
  "auth.forbidden",
  "auth.credentials-wrong",
  "auth.email-unverified",
  "auth.token-expired",
  "auth.password-weak",
  "product.not-found",
  "product.policy-refused",
  "product.version-conflict",
  "order.transition-refused",
  "order.version-conflict",
  "paper.not-found",
  "job.not-found",
  "idempotency.in-progress",
  "risk.refused",
  "risk.not-found",
  "risk.review-refused",
  "risk.version-conflict",
  "risk.entry-invalid",
] as const;

/** Words for whatever went wrong with a call: by the code of the refusal, or for a network that did not carry it. */
export function useProblemCopy(): (error: unknown) => ProblemCopy {
  const t = useCopy("problems");
  return useCallback(
    (error: unknown) => {
      const words = (name: (typeof worded)[number] | "offline" | "unknown") => ({
        title: t(`${name}.title` as CopyKey<"problems">),
        remedy: t(`${name}.remedy` as CopyKey<"problems">),
      });
      if (!(error instanceof ApiProblem)) return { ...words("offline"), requestId: null };
      const { code, requestId } = error.problem;
      const known = worded.find((name) => name === code);
      return { ...words(known ?? "unknown"), requestId: requestId === "" ? null : requestId };
    },
    [t],
  );
}
