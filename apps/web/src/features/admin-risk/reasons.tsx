"use client";

import type { RiskAssessment } from "@smplat/contracts";
import { classNames } from "@smplat/ui/class-names";
import { useCopy, useLocale } from "#i18n/copy.tsx";

type Contribution = RiskAssessment["contributions"][number];

/** Signals that hold or don't: there is nothing to count. */
const uncounted: ReadonlySet<Contribution["signal"]> = new Set([
  "disposable-address",
  "hurried-sign-up",
  "card-from-elsewhere",
  "channel-proven",
]);
/** Bits that fill the bar. */
const fullBits = 14;

/** What spoke against the buyer and what for them, with its weight in bits; one bit doubles the odds. */
export function Reasons({ contributions }: { contributions: readonly Contribution[] }) {
  const t = useCopy("admin-risk");
  const against = contributions.filter(({ bits }) => bits > 0);
  const inFavor = contributions.filter(({ bits }) => bits <= 0);
  return (
    <div className="grid gap-2">
      {against.length === 0 ? (
        <p className="text-sm text-ink-muted">{t("reasons.none")}</p>
      ) : (
        <List label={t("reasons.against")} contributions={against} />
      )}
      {inFavor.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer rounded-sm text-xs font-semibold text-ink-muted underline-offset-4 hover:text-ink hover:underline">
            {t("reasons.inFavor", { count: inFavor.length })}
          </summary>
          <div className="pt-2">
            <List label={t("reasons.inFavorLabel")} contributions={inFavor} />
          </div>
        </details>
      )}
    </div>
  );
}

function List({ label, contributions }: { label: string; contributions: readonly Contribution[] }) {
  return (
    <ul aria-label={label} className="grid gap-1">
      {contributions.map((contribution) => (
        <Reason key={contribution.signal} contribution={contribution} />
      ))}
    </ul>
  );
}

function Reason({ contribution: { signal, bits, value } }: { contribution: Contribution }) {
  const t = useCopy("admin-risk");
  const locale = useLocale();
  const number = (amount: number, sign: "auto" | "always") =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: sign }).format(amount);
  const isAgainst = bits > 0;
  const share = `${Math.min(100, (Math.abs(bits) / fullBits) * 100)}%`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-x-3 text-sm sm:grid-cols-[minmax(0,1fr)_9rem_5rem]">
      <span className="min-w-0">
        {t(`signal.${signal}`)}
        {value === null || uncounted.has(signal) ? null : (
          <span className="figures text-ink-muted"> · {number(value, "auto")}</span>
        )}
      </span>
      <span aria-hidden="true" className="hidden h-1.5 bg-neutral-soft sm:block">
        <span
          className={classNames("block h-full", isAgainst ? "bg-critical" : "bg-success")}
          style={{ width: share }}
        />
      </span>
      <span className="figures text-end text-xs text-ink-muted">
        {t("reasons.bits", { bits: number(bits, "always") })}
      </span>
    </li>
  );
}
