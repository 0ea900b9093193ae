import type { Estimate } from "@smplat/contracts";
import { SpreadBar } from "@smplat/ui/spread-bar";
import { getTranslations } from "next-intl/server";

const best = 100;

/** The one figure of a supplier with its interval; where it is not known yet, that and how many outcomes there are. */
export async function ScoreCard({ estimate }: { estimate: Estimate }) {
  const t = await getTranslations("providers");
  const sample = t("sample", { count: estimate.observations });
  return (
    <div className="grid content-start gap-2 rounded-md border border-accent-line bg-accent-soft p-(--card-padding)">
      <h3 className="text-sm">{t("quality.score")}</h3>
      {estimate.known ? (
        <>
          <div className="flex items-center gap-4">
            <p className="display figures text-3xl leading-none">{Math.round(estimate.value)}</p>
            <div className="min-w-0 flex-1">
              <SpreadBar low={estimate.low} median={estimate.value} high={estimate.high} max={best} />
            </div>
          </div>
          <p className="figures text-xs text-ink-muted">
            {t("interval", { low: Math.round(estimate.low), high: Math.round(estimate.high) })} · {sample}
          </p>
        </>
      ) : (
        <>
          <p className="text-lg font-semibold">{t("notYetKnown")}</p>
          <p className="text-xs text-ink-muted">{sample}</p>
        </>
      )}
    </div>
  );
}
