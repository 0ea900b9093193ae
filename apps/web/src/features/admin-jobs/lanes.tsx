"use client";

import type { JobOverview } from "@smplat/contracts";
import { classNames } from "@smplat/ui/class-names";
import { useCopy, useLocale } from "#i18n/copy.tsx";

const measures = ["ready", "active", "deferred", "failed"] as const;

/** How much stands in each lane. */
export function Lanes({ lanes }: Pick<JobOverview, "lanes">) {
  const t = useCopy("admin");
  const number = new Intl.NumberFormat(useLocale());
  return (
    <section aria-label={t("jobs.lanes")}>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {lanes.map((lane) => (
          <li key={lane.lane} className="grid gap-2 rounded-lg border border-line bg-surface p-(--card-padding)">
            <h2 className="font-sans text-sm font-semibold">{lane.lane}</h2>
            <dl className="flex flex-wrap justify-between gap-x-3 gap-y-2">
              {measures.map((measure) => (
                <div key={measure} className="grid">
                  <dd
                    className={classNames(
                      "figures text-xl font-semibold",
                      measure === "failed" && lane.failed > 0 && "text-critical-ink",
                    )}
                  >
                    {number.format(lane[measure])}
                  </dd>
                  <dt className="order-last text-xs text-ink-muted">{t(`jobs.lane.${measure}`)}</dt>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}
