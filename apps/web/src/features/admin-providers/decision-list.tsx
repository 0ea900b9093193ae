import type { RoutingDecision } from "@smplat/contracts";
import { Disclosure } from "@smplat/ui/disclosure";
import { getFormatter, getTranslations } from "next-intl/server";
import { CandidateTable } from "./candidate-table.tsx";

/** Choices of supplier, each with its candidates behind a press. */
export async function DecisionList({ decisions }: { decisions: readonly RoutingDecision[] | null }) {
  const [t, format] = await Promise.all([getTranslations("providers"), getFormatter()]);
  if (decisions === null || decisions.length === 0) {
    return <p className="text-sm text-ink-muted">{decisions === null ? t("partMissing") : t("decisions.none")}</p>;
  }
  const nameOf = ({ candidates, providerId }: RoutingDecision) =>
    candidates.find((candidate) => candidate.providerId === providerId)?.providerName ?? t("decisions.nobody");
  return (
    <div className="grid">
      {decisions.map((decision) => (
        <Disclosure
          key={decision.id}
          name="decision"
          summary={
            <span className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-sm">
              <span>{nameOf(decision)}</span>
              <span className="font-normal text-ink-muted">{t(`reason.${decision.reason}`)}</span>
              <time dateTime={decision.decidedAt} className="figures text-xs font-normal text-ink-muted">
                {format.dateTime(new Date(decision.decidedAt), { dateStyle: "short", timeStyle: "short" })}
              </time>
            </span>
          }
        >
          <CandidateTable decision={decision} />
        </Disclosure>
      ))}
    </div>
  );
}
