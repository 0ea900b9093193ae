"use client";

import type { RiskListEntry } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import { StatusPill } from "@smplat/ui/status-pill";
import { useState } from "react";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { ListingDialog } from "./listing-dialog.tsx";
import { RemovalDialog } from "./removal-dialog.tsx";

interface ListEntriesProps {
  entries: readonly RiskListEntry[];
  isAdmin: boolean;
}

/** Who is always let through or refused, and until when. */
export function ListEntries({ entries, isAdmin }: ListEntriesProps) {
  const t = useCopy("admin-risk");
  const [asked, ask] = useState<RiskListEntry | "new" | null>(null);
  return (
    <section aria-labelledby="risk-lists" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="risk-lists" className="text-lg">
          {t("lists.title")}
        </h2>
        {isAdmin ? (
          <Button size="small" variant="secondary" onClick={() => ask("new")}>
            {t("lists.add")}
          </Button>
        ) : (
          <p className="text-xs text-ink-muted">{t("adminOnly")}</p>
        )}
      </div>
      <p className="max-w-prose text-sm text-ink-muted">{t("lists.text")}</p>
      {entries.length === 0 ? (
        <EmptyState title={t("lists.emptyTitle")}>{t("lists.emptyText")}</EmptyState>
      ) : (
        <ul className="grid gap-1">
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onRemove={isAdmin ? () => ask(entry) : null} />
          ))}
        </ul>
      )}
      {asked === "new" ? <ListingDialog assessment={null} onClose={() => ask(null)} /> : null}
      {asked === null || asked === "new" ? null : <RemovalDialog entry={asked} onClose={() => ask(null)} />}
    </section>
  );
}

function Entry({ entry, onRemove }: { entry: RiskListEntry; onRemove: (() => void) | null }) {
  const t = useCopy("admin-risk");
  const format = new Intl.DateTimeFormat(useLocale(), { dateStyle: "medium", timeZone: "Europe/Berlin" });
  const day = (instant: string) => format.format(new Date(instant));
  const isOver = entry.removedAt !== null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 text-sm">
      <StatusPill tone={isOver ? "neutral" : entry.list === "allow" ? "success" : "critical"}>
        {t(`list.${entry.list}`)}
      </StatusPill>
      <span className="font-semibold">{entry.network ?? t(`kind.${entry.kind}`)}</span>
      <span className="min-w-0 wrap-anywhere">{entry.note}</span>
      <span className="text-xs text-ink-muted">
        {isOver
          ? t("lists.removed", { day: day(entry.removedAt ?? "") })
          : entry.expiresAt === null
            ? t("lists.forever")
            : t("lists.until", { day: day(entry.expiresAt) })}
      </span>
      {onRemove === null || isOver ? null : (
        <Button size="small" variant="secondary" className="ms-auto" onClick={onRemove}>
          {t("lists.remove")}
        </Button>
      )}
    </li>
  );
}
