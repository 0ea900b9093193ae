"use client";

import type { OperatorOrderSummary } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { Icon } from "@smplat/ui/icon";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { useMemo } from "react";
import { orderTones } from "#components/order-tones.ts";
import type { WorkColumn } from "#components/work-table/work-column.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";

/** The columns of the list of orders. */
export function useOrderColumns(): readonly WorkColumn<OperatorOrderSummary>[] {
  const t = useCopy("admin");
  const href = useHref();
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, {
      dateStyle: "short",
      timeStyle: "short",
      timeZone: "Europe/Berlin",
    });
    const moment = (at: string) => (
      <time dateTime={at} className="whitespace-nowrap">
        {format.format(new Date(at))}
      </time>
    );
    return [
      {
        id: "number",
        header: t("orders.column.number"),
        fixed: true,
        value: ({ number, id }) => number ?? id,
        cell: ({ id, number }) => (
          <Link
            href={href(`/admin/orders/${id}`)}
            data-row-link
            className="figures font-semibold whitespace-nowrap text-accent-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
          >
            {number ?? t("orders.noNumber")}
          </Link>
        ),
      },
      {
        id: "state",
        header: t("orders.column.state"),
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => <StatusPill tone={orderTones[state]}>{t(`states.${state}`)}</StatusPill>,
      },
      {
        id: "attention",
        header: t("orders.column.attention"),
        value: ({ attention }) => concernIn(t, attention),
        cell: ({ attention }) => <Attention text={concernIn(t, attention)} />,
      },
      {
        id: "customer",
        header: t("orders.column.customer"),
        value: ({ customer }) => `${customer.name} <${customer.email}>`,
        cell: ({ customer }) => <Customer customer={customer} />,
      },
      {
        id: "title",
        header: t("orders.column.title"),
        from: "lg",
        value: ({ firstTitle }) => firstTitle[locale],
        cell: ({ firstTitle, lineCount }) => (
          <What title={firstTitle[locale]} more={lineCount > 1 ? t("orders.more", { count: lineCount - 1 }) : null} />
        ),
      },
      {
        id: "total",
        header: t("orders.column.total"),
        figures: true,
        value: ({ total }) => total.amountMinor,
        cell: ({ total }) => <Amount amountMinor={total.amountMinor} currency={total.currency} locale={locale} />,
      },
      {
        id: "placedAt",
        header: t("orders.column.placedAt"),
        figures: true,
        from: "lg",
        value: ({ placedAt }) => placedAt,
        cell: ({ placedAt }) => moment(placedAt),
      },
      {
        id: "updatedAt",
        header: t("orders.column.updatedAt"),
        figures: true,
        from: "lg",
        value: ({ updatedAt }) => updatedAt,
        cell: ({ updatedAt }) => moment(updatedAt),
      },
    ];
  }, [t, href, locale]);
}

function Customer({ customer }: Pick<OperatorOrderSummary, "customer">) {
  return (
    <span className="grid max-w-56 min-w-0">
      <span className="truncate">{customer.name}</span>
      <span className="truncate text-xs text-ink-muted">{customer.email}</span>
    </span>
  );
}

function What({ title, more }: { title: string; more: string | null }) {
  return (
    <span className="line-clamp-2 max-w-64">
      {title} {more === null ? null : <span className="text-ink-muted">{more}</span>}
    </span>
  );
}

function concernIn(
  t: ReturnType<typeof useCopy<"admin">>,
  attention: OperatorOrderSummary["attention"],
): string | null {
  if (attention === null) return null;
  return t(`orders.concern.${attention.concern}`, { detail: attention.detail ?? "" });
}

function Attention({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <span className="flex max-w-56 items-start gap-1.5 text-xs font-semibold text-warning-ink">
      <Icon name="alert" className="mt-[0.2em]" />
      <span className="line-clamp-2" title={text}>
        {text}
      </span>
    </span>
  );
}
