"use client";

import type { Attestation } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { EmptyState } from "@smplat/ui/empty-state";
import { useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useLiveList } from "#components/use-live-list.ts";
import { useCopy } from "#i18n/copy.tsx";
import { EndedEntries } from "./ended-entries.tsx";
import { isOpenEntry, shownStates } from "./entry-states.ts";
import { OverrideCard } from "./override-card.tsx";
import { OverrideForm } from "./override-form.tsx";

const intervalMs = 10_000;

interface OverridesProps {
  initial: readonly Attestation[];
  /** Who looks: nobody confirms what they entered themselves. */
  me: string | null;
  drawnAtMs: number;
}

async function readEntries(): Promise<readonly Attestation[]> {
  const lists = await Promise.all(
    shownStates.map((state) => browserApi.adminMetrics.attestations({ query: { state } })),
  );
  return lists.flatMap(({ items }) => items);
}

/** Counts entered by hand that wait for a second pair of eyes or live. */
export function Overrides({ initial, me, drawnAtMs }: OverridesProps) {
  const t = useCopy("admin-validation");
  const [entering, setEntering] = useState(false);
  const { data, error, refresh } = useLiveList({
    key: ["attestations"],
    read: readEntries,
    initial,
    drawnAtMs,
    intervalMs,
  });
  const open = data.filter(isOpenEntry);
  return (
    <section aria-labelledby="overrides" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="overrides" className="text-lg">
          {t("overrides.title")}
        </h2>
        <Button variant="secondary" size="small" onClick={() => setEntering(true)}>
          {t("overrides.enter")}
        </Button>
      </div>
      <p className="text-sm text-ink-muted">{t("overrides.lead")}</p>
      {error === null ? null : <ProblemNotice error={error} tone="warning" />}
      {open.length === 0 ? (
        <EmptyState title={t("overrides.emptyTitle")}>{t("overrides.emptyText")}</EmptyState>
      ) : (
        <ul className="grid gap-3 md:grid-cols-2">
          {open.map((entry) => (
            <OverrideCard key={entry.id} entry={entry} isMine={entry.enteredBy === me} onChanged={refresh} />
          ))}
        </ul>
      )}
      <EndedEntries entries={data.filter((entry) => !isOpenEntry(entry))} />
      {entering ? (
        <OverrideForm
          onClose={() => setEntering(false)}
          onDone={() => {
            setEntering(false);
            refresh();
          }}
        />
      ) : null}
    </section>
  );
}
