"use client";

import { Command } from "cmdk";
import { useEffect, useState } from "react";
import useSWR from "swr";
import { browserApi } from "#api/browser-client.ts";
import { useCopy } from "#i18n/copy.tsx";

interface PaletteOrdersProps {
  search: string;
  onOpen: (orderId: string) => void;
  row: string;
  group: string;
}

const shortest = 2;
const pauseMs = 200;
const limit = "6";

/** Orders by number, name or e-mail, found by the server while one types. */
export function PaletteOrders({ search, onOpen, row, group }: PaletteOrdersProps) {
  const t = useCopy("admin");
  const text = useSettled(search.trim());
  const wanted = text.length >= shortest;
  const { data, error, isLoading } = useSWR(
    wanted ? ["palette-orders", text] : null,
    () => browserApi.adminOrders.list({ query: { q: text, limit } }),
    { keepPreviousData: true },
  );
  const note = "px-3 py-2 text-sm text-ink-muted";
  if (!wanted) return <p className={note}>{t("palette.hint")}</p>;
  if (error !== undefined) return <p className={note}>{t("palette.failed")}</p>;
  if (isLoading && data === undefined) return <p className={note}>{t("palette.searching")}</p>;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Command.Group heading={t("palette.orders")} className={group}>
      {data.items.map((order) => (
        <Command.Item key={order.id} value={order.id} onSelect={() => onOpen(order.id)} className={row}>
          <span className="min-w-0 truncate">
            <span className="figures font-semibold">{order.number ?? t("orders.noNumber")}</span> {order.customer.name}
          </span>
          <span className="shrink-0 text-xs text-ink-muted">{t(`states.${order.state}`)}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** What was typed, once the typing pauses. */
function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
