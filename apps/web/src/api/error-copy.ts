"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { useCallback } from "react";
import { type CopyKey, useCopy } from "#i18n/copy.tsx";

export interface ProblemCopy {
  readonly title: string;
  readonly remedy: string;
  /** To quote when asking for help; see {@link quotes}. */
  readonly requestId: string | null;
}

const serverFault = 500;
/** Their remedy is a person, who finds the case by the reference. */
const lookedAtByPeople: ReadonlySet<string> = new Set(["risk.refused"]);

/** Whether the reader is to name the reference: a refusal whose words say what to do oneself needs none. */
export const quotes = (code: string, status: number, hasWords: boolean): boolean =>
  !hasWords || status >= serverFault || lookedAtByPeople.has(code);

/**
 * Words for whatever went wrong with a call: by the code of the refusal, or for a network that did not carry it. What
 * only staff can be refused has its words in the back office alone.
 */
export function useProblemCopy(): (error: unknown) => ProblemCopy {
  const everybodys = useCopy("problems");
  const staffs = useCopy("admin-problems");
  return useCallback(
    (error: unknown) => {
      const plain = (name: "offline" | "unknown") => ({
        title: everybodys(`${name}.title`),
        remedy: everybodys(`${name}.remedy`),
      });
      if (!(error instanceof ApiProblem)) return { ...plain("offline"), requestId: null };
      const { code, requestId, status } = error.problem;
      const known =
        wordsOf(code, "problems", (key) => everybodys(key as CopyKey<"problems">)) ??
        wordsOf(code, "admin-problems", (key) => staffs(key as CopyKey<"admin-problems">));
      const quoted = requestId !== "" && quotes(code, status, known !== null);
      return { ...(known ?? plain("unknown")), requestId: quoted ? requestId : null };
    },
    [everybodys, staffs],
  );
}

/** Null when the area has no words for the code, or is not there on this page. */
function wordsOf(code: string, area: string, read: (key: string) => string) {
  const title = read(`${code}.title`);
  return title === `${area}.${code}.title` ? null : { title, remedy: read(`${code}.remedy`) };
}
