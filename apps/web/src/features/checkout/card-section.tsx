"use client";

import { Notice } from "@smplat/ui/notice";
import { useCopy } from "#i18n/copy.tsx";
import type { CardFormError, useCardForm } from "./use-card-form.ts";

interface CardSectionProps {
  testMode: boolean;
  card: ReturnType<typeof useCardForm>;
  /** Why the processor's form handed over no card. */
  error: CardFormError | null;
}

/** The processor's own form in a frame: card numbers never pass through this page. */
export function CardSection({ testMode, card, error }: CardSectionProps) {
  const t = useCopy("checkout");
  return (
    <section aria-labelledby="card-title" className="grid gap-3">
      <h2 id="card-title" className="text-xl">
        {t("payment.title")}
      </h2>
      <p className="text-sm text-ink-muted">{t("payment.safe")}</p>
      {testMode ? <p className="text-sm font-semibold text-info-ink">{t("payment.test")}</p> : null}
      <div className="rounded-md border border-line bg-surface p-3">
        <iframe
          ref={card.frame}
          src={card.src ?? undefined}
          title={t("payment.frame")}
          onLoad={card.loaded}
          allow="payment"
          referrerPolicy="strict-origin"
          style={{ height: card.height }}
          className="block w-full"
        />
      </div>
      <p role="status" className={card.status === "ready" ? "sr-only" : "text-sm text-ink-muted"}>
        {card.status === "loading" ? t("payment.loading") : null}
        {card.status === "slow" ? t("payment.slow") : null}
      </p>
      {error === null ? null : (
        <Notice tone="critical" announce="at-once" title={t(`payment.${error.entered}`)}>
          {error.words ?? t("payment.silent")}
        </Notice>
      )}
    </section>
  );
}
