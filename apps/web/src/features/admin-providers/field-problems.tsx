"use client";

import { useCopy } from "#i18n/copy.tsx";
import type { FieldFault } from "./field-faults.ts";

interface FieldProblemsProps {
  faults: readonly FieldFault[];
}

/** Which fields were refused, and what each has to hold. */
export function FieldProblems({ faults }: FieldProblemsProps) {
  const t = useCopy("providers");
  if (faults.length === 0) return null;
  return (
    <ul role="alert" className="grid gap-1 rounded-md border border-critical-line bg-critical-soft p-3 text-sm">
      {faults.map(({ path, label, words, message }) => (
        <li key={`${path} ${message}`} className="text-critical-ink wrap-anywhere">
          <span className="font-semibold">{t(label, { name: path.replace(/^secrets\./, "") })}:</span>{" "}
          {words === null ? (
            <span lang="en">
              <code className="font-mono text-xs">{path}</code> {message}
            </span>
          ) : (
            t(words)
          )}
        </li>
      ))}
    </ul>
  );
}
