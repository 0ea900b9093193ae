import type { Provider } from "@smplat/contracts";
import { DataTable } from "@smplat/ui/data-table";
import { getTranslations } from "next-intl/server";
import { EstimateMark } from "./estimate-mark.tsx";
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
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <div className="grid gap-1 rounded-md border border-accent-line bg-accent-soft p-3">
          <dt className="text-sm font-semibold">{t("quality.score")}</dt>
          <dd>
            <EstimateMark estimate={quality.score} kind="score" />
          </dd>
        </div>
        {quality.metrics.map((part) => (
          <div key={part.metric} className="grid gap-1 rounded-md border border-line bg-surface p-3">
            <dt className="text-sm font-semibold">{t(`metric.${part.metric}`)}</dt>
            <dd>
              <EstimateMark estimate={part.estimate} kind={kindOf(part)} />
            </dd>
          </div>
        ))}
      </dl>
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
                  <code className="font-mono text-xs">{service}</code>
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
                return part === undefined ? null : <EstimateMark estimate={part.estimate} kind="share" />;
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
