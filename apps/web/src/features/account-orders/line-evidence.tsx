import type { OrderLine } from "@smplat/contracts";
import { getFormatter, getTranslations } from "next-intl/server";

const webAddress = /^https?:\/\//;

/** What shows that the work was done, and until when it is kept up. */
export async function LineEvidence({ line }: { line: OrderLine }) {
  const t = await getTranslations("account.order");
  return (
    <section aria-label={t("evidence")} className="grid gap-2 text-sm">
      <h4 className="font-semibold">{t("evidence")}</h4>
      {line.evidence.length === 0 ? (
        <p className="text-ink-muted">{t("evidenceNone")}</p>
      ) : (
        <ul className="grid gap-2">
          {line.evidence.map((evidence) => (
            <EvidenceItem
              key={`${evidence.reportedAt}:${evidence.title}`}
              evidence={evidence}
              unit={line.product.unit}
            />
          ))}
        </ul>
      )}
      <Guarantee line={line} />
    </section>
  );
}

async function EvidenceItem({ evidence, unit }: { evidence: OrderLine["evidence"][number]; unit: string }) {
  const [t, format] = await Promise.all([getTranslations("account.order"), getFormatter()]);
  const linked = evidence.url !== null && webAddress.test(evidence.url) ? evidence.url : null;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-t border-line pt-2">
      {linked === null ? (
        <span className="min-w-0 wrap-anywhere">{evidence.title}</span>
      ) : (
        <a
          href={linked}
          target="_blank"
          rel="noopener noreferrer"
          className="min-w-0 font-semibold text-accent-ink underline-offset-4 wrap-anywhere hover:underline"
        >
          {evidence.title}
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

async function Guarantee({ line }: { line: OrderLine }) {
  const [t, format] = await Promise.all([getTranslations("account.order"), getFormatter()]);
  if (line.state === "canceled") return null;
  if (line.guaranteeEndsAt === null) return <p className="text-xs text-ink-muted">{t("guaranteeLater")}</p>;
  const date = format.dateTime(new Date(line.guaranteeEndsAt), { dateStyle: "long" });
  return <p className="text-xs text-ink-muted">{t("guarantee", { date })}</p>;
}
