import type { LineInspection } from "@smplat/contracts";
import { DataTable } from "@smplat/ui/data-table";
import { DefinitionList } from "@smplat/ui/definition-list";
import { getFormatter, getTranslations } from "next-intl/server";

const fine = { maximumFractionDigits: 4 } as const;
const coarse = { maximumFractionDigits: 1, signDisplay: "exceptZero" } as const;

/** The interval with its numbers, so that it can be worked out again by hand. */
export async function IntervalWorking({ line: { change, history, title } }: { line: LineInspection }) {
  const [t, format] = await Promise.all([getTranslations("admin-proof.working"), getFormatter()]);
  const model = change?.model ?? null;
  if (change === null || model === null) {
    return (
      <section className="grid gap-1">
        <h3 className="text-base">{t("title")}</h3>
        <p className="text-sm text-ink-muted">{t("none")}</p>
      </section>
    );
  }
  const number = (value: number) => format.number(value, fine);
  const signed = (value: number | null) => (value === null ? "–" : format.number(value, coarse));
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "short" });
  const historyValue = t("historyValue", {
    increments: format.number(model.increments),
    days: number(model.historyDays),
  });
  return (
    <section className="grid min-w-0 gap-3">
      <h3 className="text-base">{t("title")}</h3>
      <DefinitionList
        items={[
          { term: t("history"), value: historyValue },
          { term: t("mean"), value: number(model.meanPerDay) },
          { term: t("sd"), value: number(model.sdPerDay) },
          { term: t("horizon"), value: number(model.horizonDays) },
          { term: t("forecastSd"), value: number(model.forecastSd) },
          { term: t("quantile"), value: number(model.quantile) },
          {
            term: t("errors"),
            value: [model.stepBefore, model.stepAfter, model.driftError].map(number).join(" · "),
          },
          { term: t("observed"), value: signed(change.observed) },
          { term: t("expected"), value: signed(change.expectedOrganic) },
          { term: t("lift"), value: signed(change.lift) },
          { term: t("low"), value: signed(change.low) },
          { term: t("high"), value: signed(change.high) },
        ]}
      />
      <details>
        <summary className="tap w-fit cursor-pointer pb-2 text-sm font-semibold text-accent-ink">
          {t("showStretches", { count: history.length })}
        </summary>
        <DataTable
          caption={`${t("stretches")}: ${title}`}
          captionHidden
          rows={history}
          rowKey={({ from }) => from}
          empty={null}
          columns={[
            { id: "from", header: t("from"), figures: true, cell: ({ from }) => moment(from) },
            { id: "to", header: t("to"), figures: true, cell: ({ to }) => moment(to) },
            { id: "gain", header: t("gain"), figures: true, cell: ({ gain }) => signed(gain) },
            { id: "days", header: t("days"), figures: true, cell: ({ days }) => number(days) },
          ]}
        />
      </details>
    </section>
  );
}
