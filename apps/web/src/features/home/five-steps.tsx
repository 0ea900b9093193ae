import { getTranslations } from "next-intl/server";

const steps = ["shop", "validate", "buy", "deliver", "prove"] as const;

export async function FiveSteps() {
  const t = await getTranslations("home.how");
  return (
    <section id="how" aria-labelledby="how-title" className="mx-auto max-w-page px-4 pt-14 sm:px-6">
      <h2 id="how-title" className="text-2xl">
        {t("title")}
      </h2>
      <ol className="mt-6 grid gap-x-6 gap-y-5 lg:grid-cols-5">
        {steps.map((step, index) => (
          <li
            key={step}
            className="grid grid-cols-[1.5rem_1fr] content-start gap-x-2 gap-y-1.5 border-t-2 border-accent pt-3 sm:max-lg:grid-cols-[1.5rem_10rem_1fr] lg:grid-cols-1"
          >
            <span className="figures text-sm leading-7 font-semibold text-accent-ink" aria-hidden="true">
              {index + 1}
            </span>
            <h3 className="text-lg">{t(`${step}.title`)}</h3>
            <p className="text-sm text-ink-muted max-sm:col-start-2 sm:max-lg:leading-7">{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
