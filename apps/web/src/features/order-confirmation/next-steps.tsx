"use client";

import { useCopy } from "#i18n/copy.tsx";

const steps = ["baseline", "start", "proof"] as const;

export function NextSteps() {
  const t = useCopy("confirmation");
  return (
    <section aria-labelledby="next-title" className="grid gap-4 border-t border-line pt-6">
      <h2 id="next-title" className="text-xl">
        {t("next.title")}
      </h2>
      <ol className="grid gap-5 sm:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step} className="grid content-start gap-1 border-t-2 border-accent pt-3">
            <span aria-hidden="true" className="figures text-sm font-semibold text-accent-ink">
              {index + 1}
            </span>
            <h3 className="text-base">{t(`next.${step}.title`)}</h3>
            <p className="text-sm text-ink-muted">{t(`next.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
