import { EmptyState } from "@smplat/ui/empty-state";
import { getTranslations } from "next-intl/server";
import { api } from "#api/server-client.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { type SearchParams, singleValue } from "#i18n/single-value.ts";
import { RefillBoard } from "./refill-board.tsx";
import { RefillFilter } from "./refill-filter.tsx";
import { readRefillState } from "./refill-filter-state.ts";

/** The queue of make-goods: what was asked for, by whom, and the decision. */
export async function AdminRefills({ query }: { query: SearchParams }) {
  const t = await getTranslations("support-admin.refills");
  const state = readRefillState(singleValue(query, "state"));
  const cursor = singleValue(query, "cursor");
  const filter = { ...(state === null ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) };
  const page = await api().adminRefills.list({ query: filter });
  return (
    <ClientCopy areas={["support-admin"]}>
      <div className="grid gap-4">
        <div>
          <AdminTitle title={t("title")}>
            <RefillFilter state={state} />
          </AdminTitle>
          <p className="text-sm text-ink-muted">{t("lead")}</p>
        </div>
        {page.items.length === 0 ? (
          <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
        ) : (
          <RefillBoard refills={page.items} nextCursor={page.nextCursor} state={state} />
        )}
      </div>
    </ClientCopy>
  );
}
