"use client";

import type { JobOverview } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { useCopy } from "#i18n/copy.tsx";
import { DeadLetter } from "./dead-letter.tsx";
import { DecidedLetters } from "./decided-letters.tsx";

/** Jobs that gave up: with what they were to do, why they could not, and a way to try again. */
export function DeadLetters({
  failed,
  decided,
  onChanged,
}: Pick<JobOverview, "failed" | "decided"> & { onChanged: () => unknown }) {
  const t = useCopy("admin");
  return (
    <section aria-labelledby="dead" className="grid gap-2">
      <h2 id="dead" className="text-lg">
        {t("jobs.dead")}
      </h2>
      {failed.length === 0 ? (
        <Notice tone="success" title={t("jobs.deadNone")} />
      ) : (
        <>
          <p className="text-sm text-ink-muted">{t("jobs.deadText")}</p>
          <ul className="grid gap-2">
            {failed.map((job) => (
              <DeadLetter key={job.id} job={job} onChanged={onChanged} />
            ))}
          </ul>
        </>
      )}
      <DecidedLetters decided={decided} />
    </section>
  );
}
