import { Pagination } from "@smplat/ui/pagination";
import { Tabs } from "@smplat/ui/tabs";
import { getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import { api } from "#api/server-client.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import type { SearchParams } from "#i18n/single-value.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { EnforcementDial } from "./enforcement-dial.tsx";
import { ListEntries } from "./list-entries.tsx";
import { ReferenceForm } from "./reference-form.tsx";
import { RiskBoard } from "./risk-board.tsx";
import { readRiskQuery, riskQueryOf, riskViews } from "./risk-query.ts";

const path = "/admin/risk";
const start = { cursor: null, reference: null };

/** What the shop suspects and why, who decides it, and whom it always trusts or refuses. */
export async function AdminRisk({ params }: { params: SearchParams }) {
  const query = readRiskQuery(params);
  const [t, shop, session, page, entries, enforcement] = await Promise.all([
    getTranslations("admin-risk"),
    shopContext(),
    currentSession(),
    api().adminRisk.list({ query: riskQueryOf(query) }),
    api().adminRisk.entries({ query: {} }),
    api().adminRisk.enforcement({}),
  ]);
  const isAdmin = session.role === "admin";
  const hrefOf = (next: Parameters<typeof riskQueryOf>[0]) => shop.href(path, riskQueryOf(next));
  return (
    <ClientCopy areas={["admin-risk"]}>
      <div className="grid gap-8">
        <RiskBoard key={JSON.stringify(query)} query={query} initial={page} drawnAtMs={Date.now()} isAdmin={isAdmin}>
          <ReferenceForm reference={query.reference} />
          <Tabs
            label={t("views.label")}
            current={query.reference === null ? hrefOf({ show: query.show, ...start }) : ""}
            tabs={riskViews.map((show) => ({ href: hrefOf({ show, ...start }), label: t(`views.${show}`) }))}
          />
        </RiskBoard>
        {page.nextCursor === null && query.cursor === null ? null : (
          <Pagination
            label={t("paging.label")}
            previousLabel={t("paging.first")}
            nextLabel={t("paging.next")}
            previousHref={query.cursor === null ? undefined : hrefOf({ ...query, cursor: null })}
            nextHref={page.nextCursor === null ? undefined : hrefOf({ ...query, cursor: page.nextCursor })}
            summary={t("paging.shown", { count: page.items.length })}
          />
        )}
        <ListEntries entries={entries.items} isAdmin={isAdmin} />
        <EnforcementDial enforcement={enforcement} isAdmin={isAdmin} />
      </div>
    </ClientCopy>
  );
}
