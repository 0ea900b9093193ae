"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { fieldFaults } from "./field-faults.ts";
import { FieldProblems } from "./field-problems.tsx";
import type { RuleKind } from "./service-draft.ts";

const told = ["version-conflict", "configuration-invalid"] as const;

interface TaskProblemProps {
  problem: unknown;
  /** The limits on the form, in its order. */
  rules?: readonly RuleKind[];
  /** Loads what somebody else saved meanwhile; what was typed is given up. */
  onNewest?: () => void;
}

/** Why it was not done: the fields, the words, and for a form that is behind the way to the newest. */
export function TaskProblem({ problem, rules, onNewest }: TaskProblemProps) {
  const t = useCopy("providers");
  if (problem === null) return null;
  const known = problem instanceof ApiProblem ? problem.problem : null;
  const name =
    known?.code === "request.invalid"
      ? "configuration-invalid"
      : told.find((code) => known?.code === `provider.${code}`);
  const newest =
    name === "version-conflict" && onNewest !== undefined ? (
      <Button size="small" variant="secondary" onClick={onNewest}>
        {t("settings.loadNewest")}
      </Button>
    ) : undefined;
  return (
    <div className="grid gap-2">
      <FieldProblems faults={fieldFaults(known?.fields ?? [], rules)} />
      {name === undefined ? (
        <ProblemNotice error={problem} />
      ) : (
        <Notice
          tone="critical"
          announce="at-once"
          title={t(`problem.${name}.title`)}
          remedy={t(`problem.${name}.remedy`)}
          action={newest}
        />
      )}
    </div>
  );
}
