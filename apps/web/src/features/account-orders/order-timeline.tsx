import type { Timeline as TimelineData } from "@smplat/contracts";
import { Notice } from "@smplat/ui/notice";
import { Timeline } from "@smplat/ui/timeline";
import type { Tone } from "@smplat/ui/tone";
import { getFormatter, getTranslations } from "next-intl/server";

type Kind = TimelineData["entries"][number]["kind"];
const tones: Readonly<Record<Kind, Tone>> = {
  state: "accent",
  payment: "success",
  line: "info",
  proof: "info",
  paper: "neutral",
  note: "neutral",
};

/** What happened to the order, newest first. */
export async function OrderTimeline({ timeline }: { timeline: TimelineData | null }) {
  const [t, format] = await Promise.all([getTranslations("account.order"), getFormatter()]);
  return (
    <section aria-labelledby="timeline" className="grid gap-4">
      <h2 id="timeline" className="text-xl">
        {t("timeline")}
      </h2>
      {timeline === null ? (
        <Notice title={t("timelineMissing")} />
      ) : (
        <Timeline
          label={t("timeline")}
          entries={timeline.entries
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map(({ id, at, kind, title, detail }) => ({
              id,
              title,
              detail,
              tone: tones[kind],
              at: (
                <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}</time>
              ),
            }))}
        />
      )}
    </section>
  );
}
