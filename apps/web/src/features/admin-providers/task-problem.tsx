"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { FieldProblems } from "./field-problems.tsx";

const told = ["version-conflict", "configuration-invalid"] as const;

interface TaskProblemProps {
  problem: unknown;
  /** Loads what somebody else saved meanwhile; what was typed is given up. */
  onNewest?: () => void;
}

/** Why it was not done: the fields, the words, and for a form that is behind the way to the newest. */
export function TaskProblem({ problem, onNewest }: TaskProblemProps) {
  const t = useCopy("providers");
  if (problem === null) return null;
  const known = problem instanceof ApiProblem ? problem.problem : null;
  const name = told.find((code) => known?.code === `provider.${code}`);
  const newest =
    name === "version-conflict" && onNewest !== undefined ? (
      <Button size="small" variant="secondary" onClick={onNewest}>
        {t("settings.loadNewest")}
      </Button>
    ) : undefined;
  return (
    <div className="grid gap-2">
      <FieldProblems fields={known?.fields ?? []} />
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
