"use client";

import { Notice } from "@smplat/ui/notice";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { type Policy, policyTones } from "./policy-tones.ts";

const sentences = {
  allowed: "products.decisionAllowed",
  review: "products.decisionReview",
  refused: "products.decisionRefused",
} as const;

/** The verdict with each rule that speaks in it. */
export function PolicyVerdict({ policy }: { policy: Policy }) {
  const t = useCopy("admin");
  const moment = new Intl.DateTimeFormat(useLocale(), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  return (
    <Notice
      tone={policyTones[policy.outcome]}
      title={t(`products.policy.${policy.outcome}`)}
      remedy={
        <span className="text-xs text-ink-muted">
          {t("products.checkedAt", { time: moment.format(new Date(policy.checkedAt)) })}
        </span>
      }
    >
      <p>{t(sentences[policy.outcome])}</p>
      {policy.reasons.length === 0 ? null : (
        <ul className="mt-2 grid gap-1.5">
          {policy.reasons.map(({ rule, place, message }) => (
            <li key={`${rule}:${message}`}>
              {t(`products.rule.${rule}`)}
              {place === null ? null : (
                <>
                  <br />
                  <code className="font-mono text-xs">{place}</code>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
