import type { Provider } from "@smplat/contracts";
import { DataTable } from "@smplat/ui/data-table";
import { getTranslations } from "next-intl/server";
import { EstimateChart } from "./estimate-chart.tsx";
import { EstimateMark } from "./estimate-mark.tsx";
import { ScoreCard } from "./score-card.tsx";
import { Section } from "./section.tsx";

type Cell = Provider["cells"][number];
type Metric = Cell["metrics"][number];

const kindOf = ({ metric }: Metric) => (metric.endsWith("-hours") ? "hours" : "share");

/** The score and its parts with their intervals, over everything and by service and platform. */
export async function ProviderQuality({ provider: { quality, cells } }: { provider: Provider }) {
  const t = await getTranslations("providers");
  const partOf = (cell: Cell, metric: Metric["metric"]) => cell.metrics.find((part) => part.metric === metric);
  return (
    <Section id="quality" title={t("quality.title")} lead={t("quality.lead")}>
      <div className="grid gap-3">
        <ScoreCard estimate={quality.score} />
        <div className="grid min-w-0 gap-4 rounded-md border border-line bg-surface p-(--card-padding)">
          <EstimateChart kind="share" metrics={quality.metrics.filter((part) => kindOf(part) === "share")} />
          <EstimateChart kind="hours" metrics={quality.metrics.filter((part) => kindOf(part) === "hours")} />
        </div>
      </div>
      {cells.length === 0 ? null : (
        <DataTable
          caption={t("quality.cells")}
          rows={cells}
          rowKey={({ service, platform }) => `${service} ${platform}`}
          columns={[
            {
              id: "cell",
              header: t("column.service"),
              cell: ({ service, platform }) => (
                <span className="grid">
                  <code className="font-mono text-xs whitespace-nowrap">{service}</code>
                  <span className="text-xs text-ink-muted">
                    {platform === "none" ? t("noChannel") : <PlatformName platform={platform} />}
                  </span>
                </span>
              ),
            },
            {
              id: "score",
              header: t("quality.score"),
              cell: ({ score }) => <EstimateMark estimate={score} kind="score" />,
            },
            ...(["success", "on-time", "mismatch"] as const).map((metric) => ({
              id: metric,
              header: t(`metric.${metric}`),
              cell: (cell: Cell) => {
                const part = partOf(cell, metric);
                if (part === undefined) return null;
                // The score's cell says already that too little is known.
                return part.estimate.known ? <EstimateMark estimate={part.estimate} kind="share" /> : "–";
              },
            })),
          ]}
        />
      )}
    </Section>
  );
}

async function PlatformName({ platform }: { platform: string }) {
  const names = await getTranslations("shell.platforms");
  const key = platform as Parameters<typeof names>[0];
  return names.has(key) ? names(key) : platform;
}
