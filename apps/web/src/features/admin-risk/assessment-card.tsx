"use client";

import type { RiskAssessment } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { formatMoney } from "#components/money.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import type { Verdict } from "./decision-dialog.tsx";
import { Reasons } from "./reasons.tsx";
import { decisionTones, reviewTones } from "./risk-tones.ts";

interface AssessmentCardProps {
  assessment: RiskAssessment;
  onDecide: (verdict: Verdict) => void;
  /** Null for whoever may not edit the lists. */
  onList: (() => void) | null;
}

/** One attempt: what was decided, the reasons with their weight, and what can be done about it. */
export function AssessmentCard({ assessment, onDecide, onList }: AssessmentCardProps) {
  const t = useCopy("admin-risk");
  const { decision, review, posterior, rule, enforced } = assessment;
  const score = useScore();
  return (
    <li className="grid gap-3 rounded-lg border border-line bg-surface p-(--card-padding)">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusPill tone={decisionTones[decision]}>{t(`decision.${decision}`)}</StatusPill>
        {review === "none" ? null : <StatusPill tone={reviewTones[review]}>{t(`review.${review}`)}</StatusPill>}
        {enforced ? null : <StatusPill>{t("shadow")}</StatusPill>}
        <span className="figures text-sm font-semibold">{t("score", { score: score(posterior) })}</span>
        <When at={assessment.at} />
      </div>
      <Buyer assessment={assessment} />
      {rule === null ? null : <p className="text-sm">{t(`rule.${rule}`)}</p>}
      <Reasons contributions={assessment.contributions} />
      <History assessment={assessment} />
      <Actions assessment={assessment} onDecide={onDecide} onList={onList} />
    </li>
  );
}

function useScore(): (posterior: number) => string {
  const format = new Intl.NumberFormat(useLocale(), { style: "percent", maximumFractionDigits: 1 });
  return (posterior) => format.format(posterior);
}

function When({ at }: { at: string }) {
  const format = new Intl.DateTimeFormat(useLocale(), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  return (
    <time dateTime={at} className="ms-auto text-xs text-ink-muted">
      {format.format(new Date(at))}
    </time>
  );
}

function Buyer({ assessment: { order, refusal } }: { assessment: RiskAssessment }) {
  const t = useCopy("admin-risk");
  const href = useHref();
  const locale = useLocale();
  if (order === null) {
    return (
      <div className="grid gap-1 text-sm">
        {refusal === null ? null : <RefusedShopper refusal={refusal} />}
        <p className="text-ink-muted">{t("noOrder")}</p>
      </div>
    );
  }
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm wrap-anywhere">
      <Link href={href(`/admin/orders/${order.id}`)} className="font-semibold underline underline-offset-4">
        {order.number ?? t("unpaidOrder")}
      </Link>
      <span>
        {order.buyer.name} · {order.buyer.email}
      </span>
      <span className="figures">{formatMoney(order.total, locale)}</span>
    </p>
  );
}

/** Who was refused what, by the reference they were shown. */
function RefusedShopper({ refusal }: { refusal: NonNullable<RiskAssessment["refusal"]> }) {
  const t = useCopy("admin-risk");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  return (
    <>
      <p className="flex flex-wrap gap-x-3 gap-y-1 wrap-anywhere">
        <span className="font-semibold">{refusal.email}</span>
        <span className="figures">{formatMoney(refusal.total, locale)}</span>
      </p>
      <p className="wrap-anywhere">
        {refusal.products.map(({ title, quantity }) => `${number.format(quantity)} × ${title[locale]}`).join(", ")}
      </p>
      <p className="text-xs text-ink-muted wrap-anywhere">
        {t("reference")} <code className="font-mono">{refusal.reference}</code>
      </p>
    </>
  );
}

function History({ assessment: { audit } }: { assessment: RiskAssessment }) {
  const t = useCopy("admin-risk");
  if (audit.length === 0) return null;
  return (
    <ul className="grid gap-1 border-s-2 border-line ps-3 text-xs text-ink-muted">
      {audit.map((entry) => (
        <li key={`${entry.at} ${entry.action}`} className="wrap-anywhere">
          {t(`action.${actionOf(entry.action)}`)} · {entry.actor.kind} · {entry.reason}
        </li>
      ))}
    </ul>
  );
}

const actions = ["approve", "reject", "reopen"] as const;
const actionOf = (action: string) => actions.find((known) => known === action) ?? "other";

function Actions({ assessment, onDecide, onList }: AssessmentCardProps) {
  const t = useCopy("admin-risk");
  const { decidable, review, order } = assessment;
  const isListable = onList !== null && assessment.listable.length > 0;
  const isWaiting = review === "open" && !decidable;
  const canReopen = review === "approved" && order !== null && !["canceled", "refunded"].includes(order.state);
  if (!decidable && !isWaiting && !canReopen && !isListable) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {decidable ? (
        <>
          <Button size="small" onClick={() => onDecide("approve")}>
            {t("approve.button")}
          </Button>
          <Button size="small" variant="danger" onClick={() => onDecide("reject")}>
            {t("reject.button")}
          </Button>
        </>
      ) : null}
      {canReopen ? (
        <Button size="small" variant="secondary" onClick={() => onDecide("reopen")}>
          {t("reopen.button")}
        </Button>
      ) : null}
      {isListable ? (
        <Button size="small" variant="secondary" onClick={onList}>
          {t("listing.button")}
        </Button>
      ) : null}
      {isWaiting ? <p className="text-xs text-ink-muted">{t("notPaidYet")}</p> : null}
    </div>
  );
}
