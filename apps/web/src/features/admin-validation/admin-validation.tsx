import { getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import { api } from "#api/server-client.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shownStates } from "./entry-states.ts";
import { Overrides } from "./overrides.tsx";
import { SourceBoard } from "./source-board.tsx";
import { Testbed } from "./testbed.tsx";

/** Whether channels can be read: one by one, source by source, and what staff stand for where they can't. */
export async function AdminValidation() {
  const [t, session, health, ...lists] = await Promise.all([
    getTranslations("admin-validation"),
    currentSession(),
    api().adminMetrics.sources({}),
    ...shownStates.map((state) => api().adminMetrics.attestations({ query: { state } })),
  ]);
  const entries = lists.flatMap(({ items }) => items);
  return (
    <ClientCopy areas={["admin-validation"]}>
      <div className="grid gap-8">
        <div>
          <AdminTitle title={t("title")} />
          <p className="text-sm text-ink-muted">{t("lead")}</p>
        </div>
        <Testbed />
        <Overrides initial={entries} me={session.user?.id ?? null} drawnAtMs={Date.now()} />
        <SourceBoard initial={health} drawnAtMs={Date.now()} />
      </div>
    </ClientCopy>
  );
}
