import type { Timeline as TimelineData } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { Timeline } from "@smplat/ui/timeline";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Panel } from "./panel.tsx";

// A part that scrolls must be reachable by keyboard; Safari does not see to it by itself.
const reachable = { tabIndex: 0 };

function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      {...reachable}
      className="max-h-120 overflow-y-auto rounded-md border border-line bg-surface p-3"
    >
      {children}
    </section>
  );
}

/** Everything that happened about the order, newest first. */
export async function OrderEvents({ timeline }: { timeline: TimelineData | null }) {
  const [t, format] = await Promise.all([getTranslations("admin.order"), getFormatter()]);
  return (
    <Panel id="events" title={t("timeline")}>
      {timeline === null ? (
        <Notice tone="warning" title={t("timelineMissing")} />
      ) : (
        <Scroll label={t("timeline")}>
          <Timeline
            label={t("timeline")}
            entries={timeline.entries
              .toSorted((a, b) => b.at.localeCompare(a.at))
              .map(({ id, at, title, detail }) => ({
                id,
                title,
                detail,
                at: (
                  <time dateTime={at}>
                    {format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "medium" })}
                  </time>
                ),
              }))}
          />
        </Scroll>
      )}
    </Panel>
  );
}
