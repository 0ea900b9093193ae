import type { LineInspection } from "@smplat/contracts";
import { getFormatter, getTranslations } from "next-intl/server";

/** When the channel is read next, and what was put off. */
export async function PlannedReadings({ line: { planned } }: { line: LineInspection }) {
  const [t, format] = await Promise.all([getTranslations("admin-proof"), getFormatter()]);
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <section className="grid gap-1">
      <h3 className="text-base">{t("planned.title")}</h3>
      {planned.length === 0 ? (
        <p className="text-sm text-ink-muted">{t("planned.none")}</p>
      ) : (
        <ul className="figures grid gap-0.5 text-sm">
          {planned.map(({ phase, dueAt, nextAt, tries }) => {
            const words = { phase: t(`phases.${phase}`), due: moment(dueAt) };
            return (
              <li key={`${phase} ${dueAt}`}>
                {tries === 0
                  ? t("planned.at", words)
                  : t("planned.again", { ...words, tries: format.number(tries), next: moment(nextAt) })}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
