"use client";

import type { OperatorRefill } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { DataTable } from "@smplat/ui/data-table";
import { StatusPill } from "@smplat/ui/status-pill";
import type { Tone } from "@smplat/ui/tone";
import Link from "next/link";
import { channelName } from "#components/channel-name.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";

interface RefillTableProps {
  refills: readonly OperatorRefill[];
  chosen: ReadonlySet<string>;
  working: boolean;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onApprove: (refill: OperatorRefill) => void;
  onDecline: (refill: OperatorRefill) => void;
}

const tones: Readonly<Record<OperatorRefill["state"], Tone>> = {
  requested: "warning",
  approved: "info",
  submitted: "info",
  completed: "success",
  declined: "neutral",
  failed: "critical",
};

export function RefillTable(props: RefillTableProps) {
  const { refills, chosen, working, onChoose, onApprove, onDecline } = props;
  const t = useCopy("support-admin");
  const moment = useMoment();
  return (
    <DataTable
      caption={t("refills.caption")}
      captionHidden
      rows={refills}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "order",
          header: t("refills.order"),
          cell: (refill) => <OrderCell refill={refill} {...{ chosen, onChoose }} />,
        },
        { id: "line", header: t("refills.line"), cell: (refill) => <LineCell refill={refill} /> },
        { id: "missing", header: t("refills.missing"), figures: true, cell: (refill) => <Missing refill={refill} /> },
        { id: "origin", header: t("refills.origin"), from: "md", cell: ({ origin }) => t(`refills.origins.${origin}`) },
        {
          id: "asked",
          header: t("refills.requested"),
          figures: true,
          from: "md",
          cell: (row) => moment(row.requestedAt),
        },
        {
          id: "window",
          header: t("refills.window"),
          figures: true,
          from: "lg",
          cell: (row) => moment(row.windowEndsAt),
        },
        { id: "state", header: t("refills.state"), cell: (refill) => <StateCell refill={refill} /> },
        {
          id: "decide",
          header: t("refills.decide"),
          cell: (refill) =>
            refill.state === "requested" ? (
              <span className="flex flex-wrap gap-2">
                <Button size="small" disabled={working} onClick={() => onApprove(refill)}>
                  {t("refills.approve")}
                </Button>
                <Button size="small" variant="secondary" disabled={working} onClick={() => onDecline(refill)}>
                  {t("refills.decline")}
                </Button>
              </span>
            ) : null,
        },
      ]}
    />
  );
}

function useMoment() {
  const format = new Intl.DateTimeFormat(useLocale(), {
    dateStyle: "short",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  return (instant: string) => format.format(new Date(instant));
}

function OrderCell({
  refill,
  chosen,
  onChoose,
}: { refill: OperatorRefill } & Pick<RefillTableProps, "chosen" | "onChoose">) {
  const t = useCopy("support-admin");
  const href = useHref();
  const number = refill.order.number ?? refill.order.id;
  const toggle = () => {
    const next = new Set(chosen);
    if (!next.delete(refill.id)) next.add(refill.id);
    onChoose(next);
  };
  return (
    <span className="flex items-center gap-2">
      {refill.state === "requested" ? (
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          aria-label={t("refills.select", { order: number })}
          checked={chosen.has(refill.id)}
          onChange={toggle}
        />
      ) : null}
      <Link
        href={href(`/admin/orders/${refill.order.id}`)}
        className="font-semibold whitespace-nowrap underline-offset-4 hover:underline"
      >
        {number}
      </Link>
    </span>
  );
}

function LineCell({ refill: { title, channel, note } }: { refill: OperatorRefill }) {
  const t = useCopy("shell");
  const locale = useLocale();
  return (
    <span className="grid min-w-40 gap-0.5">
      <span>{title[locale]}</span>
      {channel === null ? null : (
        <span className="text-xs text-ink-muted">
          {[t(`platforms.${channel.platform}`), channel.handle && channelName(channel.handle)]
            .filter(Boolean)
            .join(" ")}
        </span>
      )}
      {note === null ? null : <span className="max-w-72 text-xs wrap-anywhere">“{note}”</span>}
    </span>
  );
}

function Missing({ refill: { units, orderedUnits, unit } }: { refill: OperatorRefill }) {
  const t = useCopy("support-admin");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  return t("refills.missingOf", {
    units: number.format(units),
    ordered: number.format(orderedUnits),
    unit: unit[locale],
  });
}

function StateCell({ refill: { state, submits, lastError, decisionReason, outcome } }: { refill: OperatorRefill }) {
  const t = useCopy("support-admin");
  const why = outcome ?? decisionReason ?? lastError;
  return (
    <span className="grid justify-items-start gap-0.5">
      <span className="whitespace-nowrap">
        <StatusPill tone={tones[state]}>{t(`refills.states.${state}`)}</StatusPill>
      </span>
      {submits > 1 ? <span className="text-xs text-ink-muted">{t("refills.tries", { count: submits })}</span> : null}
      {why === null ? null : <span className="max-w-64 text-xs wrap-anywhere">{why}</span>}
    </span>
  );
}
