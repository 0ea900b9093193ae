import type { RoutingDecision } from "@smplat/contracts";
import { Disclosure } from "@smplat/ui/disclosure";
import { getFormatter, getTranslations } from "next-intl/server";
import { CandidateTable } from "./candidate-table.tsx";

/** The rest waits behind a press, so that a busy supplier's page stays short. */
const shown = 8;

/** Choices of supplier, each with its candidates behind a press. */
export async function DecisionList({ decisions }: { decisions: readonly RoutingDecision[] | null }) {
  const t = await getTranslations("providers");
  if (decisions === null || decisions.length === 0) {
    return <p className="text-sm text-ink-muted">{decisions === null ? t("partMissing") : t("decisions.none")}</p>;
  }
  const [newest, older] = [decisions.slice(0, shown), decisions.slice(shown)];
  return (
    <div className="grid">
      {newest.map((decision) => (
        <Decision key={decision.id} decision={decision} />
      ))}
      {older.length === 0 ? null : (
        <details>
          <summary className="tap cursor-pointer py-2 text-sm font-semibold text-accent-ink">
            {t("decisions.older", { count: older.length })}
          </summary>
          {older.map((decision) => (
            <Decision key={decision.id} decision={decision} />
          ))}
        </details>
      )}
    </div>
  );
}

async function Decision({ decision }: { decision: RoutingDecision }) {
  const [t, format] = await Promise.all([getTranslations("providers"), getFormatter()]);
  const nameOf = ({ candidates, providerId }: RoutingDecision) =>
    candidates.find((candidate) => candidate.providerId === providerId)?.providerName ?? t("decisions.nobody");
  return (
    <Disclosure
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
  );
}
