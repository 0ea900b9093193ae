import type { OrderLine } from "@smplat/contracts";
import { Icon } from "@smplat/ui/icon";
import { getFormatter, getTranslations } from "next-intl/server";

const webAddress = /^https?:\/\//;
const shownAtOnce = 4;

interface LineEvidenceProps {
  line: OrderLine;
  /** Known by the order's state: the browser's clock is not the shop's. */
  guaranteeOver: boolean;
}

/** What shows that the work was done, and until when it is kept up. */
export async function LineEvidence({ line, guaranteeOver }: LineEvidenceProps) {
  const [t, placements] = await Promise.all([getTranslations("account.order"), getTranslations("placements")]);
  const isDone = line.state === "fulfilled" || line.state === "short";
  return (
    <section aria-label={t("evidence")} className="grid gap-2 text-sm">
      <h4 className="font-semibold">{t("evidence")}</h4>
      {line.evidence.length === 0 ? (
        <p className="text-ink-muted">{isDone ? placements("noneStands") : t("evidenceNone")}</p>
      ) : (
        <EvidenceList line={line} />
      )}
      <Guarantee line={line} guaranteeOver={guaranteeOver} />
    </section>
  );
}

/** A long list is folded, so that the proof below stays in sight. */
async function EvidenceList({ line: { evidence, product } }: { line: OrderLine }) {
  const t = await getTranslations("account.order");
  const item = (entry: OrderLine["evidence"][number]) => (
    <EvidenceItem key={`${entry.reportedAt}:${entry.url}:${entry.title}`} evidence={entry} unit={product.unit} />
  );
  const rest = evidence.slice(shownAtOnce);
  return (
    <div className="grid gap-2">
      <ul className="grid gap-2">{evidence.slice(0, shownAtOnce).map(item)}</ul>
      {rest.length === 0 ? null : (
        <details className="group">
          <summary className="tap flex w-fit cursor-pointer items-center gap-1 rounded-sm text-ink-muted hover:text-ink">
            <Icon name="chevron-right" className="transition-transform group-open:rotate-90" />
            {t("more", { count: rest.length })}
          </summary>
          <ul className="mt-2 grid gap-2">{rest.map(item)}</ul>
        </details>
      )}
    </div>
  );
}

async function EvidenceItem({ evidence, unit }: { evidence: OrderLine["evidence"][number]; unit: string }) {
  const [t, format] = await Promise.all([getTranslations("account.order"), getFormatter()]);
  const name = evidence.title.trim() === "" ? t(`evidenceKinds.${evidence.kind}`) : evidence.title;
  const linked = evidence.url !== null && webAddress.test(evidence.url) ? evidence.url : null;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-t border-line pt-2">
      {linked === null ? (
        <span className="min-w-0 wrap-anywhere">{name}</span>
      ) : (
        <a
          href={linked}
          target="_blank"
          rel="noopener noreferrer"
          className="tap min-w-0 font-semibold text-accent-ink underline-offset-4 wrap-anywhere hover:underline"
        >
          {name}
        </a>
      )}
      <span className="figures text-xs text-ink-muted">
        {t("evidenceUnits", { units: format.number(evidence.units), unit })}
        {" · "}
        {format.dateTime(new Date(evidence.reportedAt), { dateStyle: "medium", timeStyle: "short" })}
      </span>
    </li>
  );
}

async function Guarantee({ line, guaranteeOver }: LineEvidenceProps) {
  const [t, format] = await Promise.all([getTranslations("account.order"), getFormatter()]);
  if (line.state === "canceled") return null;
  if (line.guaranteeEndsAt === null) return <p className="text-xs text-ink-muted">{t("guaranteeLater")}</p>;
  const date = format.dateTime(new Date(line.guaranteeEndsAt), { dateStyle: "long" });
  return <p className="text-xs text-ink-muted">{t(guaranteeOver ? "guaranteeOver" : "guarantee", { date })}</p>;
}
