"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { FieldProblems } from "./field-problems.tsx";

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
  return (
    <div className="grid gap-2">
      <FieldProblems fields={known?.fields ?? []} />
      <ProblemNotice
        error={problem}
        action={
          known?.code === "provider.version-conflict" && onNewest !== undefined ? (
            <Button size="small" variant="secondary" onClick={onNewest}>
              {t("settings.loadNewest")}
            </Button>
          ) : undefined
        }
      />
    </div>
  );
}
