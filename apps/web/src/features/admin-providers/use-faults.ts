"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { type RefObject, useEffect, useMemo } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { fieldFaults } from "./field-faults.ts";
import type { RuleKind } from "./service-draft.ts";

/** What is wrong with the field the API names so; undefined when nothing is. */
export type ErrorAt = (path: string) => string | undefined;

/** The words of a refusal beside each field; the first field that was refused gets the focus. */
export function useFaults(
  form: RefObject<HTMLFormElement | null>,
  problem: unknown,
  rules: readonly RuleKind[] = [],
): ErrorAt {
  const t = useCopy("providers");
  useEffect(() => {
    if (problem !== null) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [form, problem]);
  return useMemo(() => {
    const fields = problem instanceof ApiProblem ? (problem.problem.fields ?? []) : [];
    const faults = new Map(fieldFaults(fields, rules).map((fault) => [fault.path, fault]));
    return (path) => {
      const words = faults.get(path)?.words;
      return words == null ? undefined : t(words);
    };
  }, [problem, rules, t]);
}
