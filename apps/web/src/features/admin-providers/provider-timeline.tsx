import { Timeline } from "@smplat/ui/timeline";
import type { Tone } from "@smplat/ui/tone";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ProviderPageView } from "./load-provider.ts";
import { Section } from "./section.tsx";

const shown = 30;
const tones: Readonly<Record<string, Tone>> = { state: "warning", incident: "critical", "incident-over": "success" };

/** Incidents, pauses, changes of settings, services and secrets, newest first. */
export async function ProviderTimeline({ entries }: { entries: ProviderPageView["timeline"] }) {
  const [t, format] = await Promise.all([getTranslations("providers"), getFormatter()]);
  return (
    <Section id="timeline" title={t("timeline.title")}>
      {entries === null || entries.length === 0 ? (
        <p className="text-sm text-ink-muted">{entries === null ? t("partMissing") : t("timeline.none")}</p>
      ) : (
        <Timeline
          label={t("timeline.title")}
          entries={entries.slice(0, shown).map((entry) => ({
            id: entry.id,
            title: t(`timeline.kind.${entry.kind}`),
            tone: tones[entry.kind] ?? "neutral",
            at: (
              <time dateTime={entry.at}>
                {format.dateTime(new Date(entry.at), { dateStyle: "short", timeStyle: "short" })}
              </time>
            ),
            detail: (
              <>
                {entry.detail}
                {entry.reason === null ? null : <span className="block text-ink">{entry.reason}</span>}
              </>
            ),
            by: entry.actor.name ?? entry.actor.id ?? entry.actor.kind,
          }))}
        />
      )}
    </Section>
  );
}
