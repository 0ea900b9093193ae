import { Notice } from "@smplat/ui/notice";
import { getFormatter, getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/current-locale.ts";
import { type Messages, messages } from "#i18n/messages.ts";

export type LegalPageName = keyof Messages["legal"]["pages"];

/** When the sample texts were written. */
const version = new Date("2026-11-22T00:00:00Z");

/** A legal text, section by section, under a notice that nobody has checked it yet. */
export async function LegalPage({ name }: { name: LegalPageName }) {
  const [t, locale, format] = await Promise.all([getTranslations("legal"), currentLocale(), getFormatter()]);
  const { title, lead, sections } = messages[locale].legal.pages[name];
  return (
    <article className="mx-auto grid max-w-page gap-6 px-4 py-10 sm:px-6 lg:py-14">
      <header className="grid gap-3">
        <h1 className="text-2xl hyphens-auto wrap-anywhere">{title}</h1>
        <p className="text-lg text-ink-muted">{lead}</p>
        <p className="text-sm text-ink-muted">
          {t("updated", { date: format.dateTime(version, { dateStyle: "long" }) })}
        </p>
      </header>
      <Notice tone="warning" title={t("review")} className="max-w-prose" />
      <div className="grid gap-10 lg:grid-cols-[minmax(0,66ch)_minmax(0,1fr)] lg:gap-16">
        <div className="grid max-w-prose content-start gap-6">
          {Object.entries(sections).map(([key, section]) => (
            <section key={key} id={key} className="grid scroll-mt-20 gap-2">
              <h2 className="text-lg">{section.title}</h2>
              <p className="whitespace-pre-line">{section.text}</p>
            </section>
          ))}
        </div>
        <nav aria-label={t("contents")} className="sticky top-24 hidden h-fit border-s border-line ps-6 lg:block">
          <p className="pb-2 text-sm font-semibold">{t("contents")}</p>
          <ol className="grid gap-2 text-sm">
            {Object.entries(sections).map(([key, section]) => (
              <li key={key}>
                <a href={`#${key}`} className="text-ink-muted hover:text-ink hover:underline">
                  {section.title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      </div>
    </article>
  );
}

/** The title and the first words of a legal text, for search engines and tabs. */
export async function legalMetadata(name: LegalPageName): Promise<{ title: string; description: string }> {
  const { title, lead } = messages[await currentLocale()].legal.pages[name];
  return { title, description: lead };
}
