import { DomainError } from "#kernel/domain-error";
import type { PaperKind } from "./paper.ts";

/** The paper wasn't issued yet, or its files aren't stored yet. */
export const paperNotFound = (kind: PaperKind) => new DomainError("paper.not-found", { kind });

/** The storage holds other bytes than those that were stored for the paper. */
export const paperAltered = (paperId: string) =>
  new DomainError("invariant.broken", { what: `the stored file of ${paperId} is not the one that was issued` });

/** The storage can't be reached. */
export const papersUnavailable = () => new DomainError("request.unavailable");
