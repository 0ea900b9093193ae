import type { OperatorOrder, OrderLine } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { DataTable } from "@smplat/ui/data-table";
import { StatusPill } from "@smplat/ui/status-pill";
import { getFormatter, getTranslations } from "next-intl/server";
import { channelName } from "#components/channel-name.ts";
import { lineTones } from "#components/order-tones.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { EvidenceLinks } from "./evidence-links.tsx";
import { Panel } from "./panel.tsx";

/** The lines, with what was delivered against what was ordered. */
export async function LineTable({ detail: { order } }: { detail: OperatorOrder }) {
  const [t, states, shop, format] = await Promise.all([
    getTranslations("admin.order"),
    getTranslations("admin.lineStates"),
    shopContext(),
    getFormatter(),
  ]);
  return (
    <Panel id="lines" title={t("lines")}>
      <DataTable
        caption={t("lines")}
        captionHidden
        rows={order.lines}
        rowKey={({ id }) => id}
        columns={[
          { id: "what", header: t("line.what"), cell: (line) => <LineName line={line} /> },
          {
            id: "state",
            header: t("line.state"),
            cell: ({ state }) =>
              state === null ? null : <StatusPill tone={lineTones[state]}>{states(state)}</StatusPill>,
          },
          { id: "progress", header: t("line.progress"), figures: true, cell: (line) => <Delivered line={line} /> },
          {
            id: "due",
            header: t("line.due"),
            figures: true,
            cell: ({ progress }) =>
              progress?.dueAt == null
                ? null
                : format.dateTime(new Date(progress.dueAt), { dateStyle: "short", timeStyle: "short" }),
          },
          {
            id: "gross",
            header: t("line.gross"),
            figures: true,
            cell: ({ gross }) => (
              <Amount amountMinor={gross.amountMinor} currency={gross.currency} locale={shop.locale} />
            ),
          },
        ]}
      />
    </Panel>
  );
}

async function LineName({ line }: { line: OrderLine }) {
  const platforms = await getTranslations("shell.platforms");
  const channel = line.platformContext;
  return (
    <span className="grid min-w-48 gap-0.5">
      <span className="font-semibold">{line.product.title}</span>
      {channel === null ? null : (
        <span className="text-xs">
          {[platforms(channel.platform), channel.handle && channelName(channel.handle)].filter(Boolean).join(" ")}
        </span>
      )}
      {line.summary.length === 0 ? null : (
        <span className="text-xs text-ink-muted wrap-anywhere">{line.summary.join(" · ")}</span>
      )}
      <EvidenceLinks evidence={line.evidence} />
    </span>
  );
}

async function Delivered({ line: { progress, quantity, product, state } }: { line: OrderLine }) {
  const [t, format] = await Promise.all([getTranslations("admin.order"), getFormatter()]);
  if (progress === null) return `${format.number(quantity)} × ${product.unit}`;
  const ended = state === "fulfilled" || state === "short" || state === "canceled";
  return (
    <span className="grid justify-items-end">
      <span>
        {format.number(progress.delivered)} / {format.number(progress.ordered)}
      </span>
      <span className="text-xs text-ink-muted">× {progress.unit}</span>
      {progress.expectedByNow === null || ended ? null : (
        <span className={progress.late ? "text-xs font-semibold text-warning-ink" : "text-xs text-ink-muted"}>
          {progress.late ? `${t("late")} · ` : ""}
          {t("expected", { expected: format.number(progress.expectedByNow) })}
        </span>
      )}
    </span>
  );
}
