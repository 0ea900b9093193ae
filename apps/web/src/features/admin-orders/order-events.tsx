import type { Timeline as TimelineData } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { Timeline } from "@smplat/ui/timeline";
import { getFormatter, getTranslations } from "next-intl/server";
import { Panel } from "./panel.tsx";

/** Everything that happened about the order, newest first. */
export async function OrderEvents({ timeline }: { timeline: TimelineData | null }) {
  const [t, format] = await Promise.all([getTranslations("admin.order"), getFormatter()]);
  return (
    <Panel id="events" title={t("timeline")}>
      {timeline === null ? (
        <Notice tone="warning" title={t("timelineMissing")} />
      ) : (
        <Timeline
          label={t("timeline")}
          entries={timeline.entries
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map(({ id, at, title, detail }) => ({
              id,
              title,
              detail,
              at: (
                <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "medium" })}</time>
              ),
            }))}
        />
      )}
    </Panel>
  );
}
