import type { Timeline as TimelineData } from "@smplat/contracts";
import { Icon } from "@smplat/ui/icon";
import { Notice } from "@smplat/ui/notice";
import { Timeline } from "@smplat/ui/timeline";
import type { Tone } from "@smplat/ui/tone";
import { getFormatter, getTranslations } from "next-intl/server";

type Kind = TimelineData["entries"][number]["kind"];
const tones: Readonly<Record<Kind, Tone>> = {
  state: "accent",
  // Paid, refunded or disputed: what it is stands in the words.
  payment: "accent",
  line: "info",
  proof: "info",
  paper: "neutral",
  note: "neutral",
};

const shownAtOnce = 8;

/** What happened to the order, newest first. */
export async function OrderTimeline({ timeline }: { timeline: TimelineData | null }) {
  const t = await getTranslations("account.order");
  const entries = timeline === null ? [] : timeline.entries.toSorted((a, b) => b.at.localeCompare(a.at));
  const earlier = entries.slice(shownAtOnce);
  return (
    <section aria-labelledby="timeline" className="grid gap-4">
      <h2 id="timeline" className="text-xl">
        {t("timeline")}
      </h2>
      {timeline === null ? (
        <Notice title={t("timelineMissing")} />
      ) : (
        <div>
          <Events entries={entries.slice(0, shownAtOnce)} />
          {earlier.length === 0 ? null : (
            <details className="group">
              <summary className="tap flex w-fit cursor-pointer items-center gap-1 rounded-sm pb-4 text-sm text-ink-muted hover:text-ink">
                <Icon name="chevron-right" className="transition-transform group-open:rotate-90" />
                {t("earlier", { count: earlier.length })}
              </summary>
              <Events entries={earlier} />
            </details>
          )}
        </div>
      )}
    </section>
  );
}

async function Events({ entries }: TimelineData) {
  const [t, format] = await Promise.all([getTranslations("account.order"), getFormatter()]);
  return (
    <Timeline
      label={t("timeline")}
      entries={entries.map(({ id, at, kind, title, detail }) => ({
        id,
        title,
        detail,
        tone: tones[kind],
        at: <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}</time>,
      }))}
    />
  );
}
