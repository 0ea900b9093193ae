import type { ProviderSummary } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { ButtonLink } from "@smplat/ui/button";
import { DataTable } from "@smplat/ui/data-table";
import { EmptyState } from "@smplat/ui/empty-state";
import { StatusPill } from "@smplat/ui/status-pill";
import { getFormatter, getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import { api } from "#api/server-client.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { fingerprint } from "#components/fingerprint.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { BalanceForecast } from "./balance-forecast.tsx";
import { EstimateMark } from "./estimate-mark.tsx";
import { LiveProviders } from "./live-providers.tsx";
import { providerTones } from "./provider-tones.ts";

/** Who does the work: state, score with its interval, load, and how long the credit lasts. */
export async function AdminProviders() {
  const [t, { items }, session, shop] = await Promise.all([
    getTranslations("providers"),
    api().adminProviders.list({}),
    currentSession(),
    shopContext(),
  ]);
  return (
    <ClientCopy areas={["admin", "providers"]}>
      <div className="grid gap-4">
        <div>
          <AdminTitle title={t("title")}>
            {session.role === "admin" ? (
              <ButtonLink size="small" href={shop.href("/admin/fulfillment/providers/new")}>
                {t("add.title")}
              </ButtonLink>
            ) : null}
            <LiveProviders seen={fingerprint(items)} drawnAtMs={Date.now()} />
          </AdminTitle>
          <p className="max-w-prose text-sm text-ink-muted">{t("lead")}</p>
        </div>
        <ProviderTable providers={items} />
      </div>
    </ClientCopy>
  );
}

async function ProviderTable({ providers }: { providers: readonly ProviderSummary[] }) {
  const [t, shop, format] = await Promise.all([getTranslations("providers"), shopContext(), getFormatter()]);
  return (
    <DataTable
      caption={t("title")}
      captionHidden
      rows={providers}
      rowKey={({ id }) => id}
      rowHref={({ id }) => shop.href(`/admin/fulfillment/providers/${id}`)}
      empty={<EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>}
      columns={[
        { id: "name", header: t("column.name"), cell: ({ name }) => name },
        {
          id: "state",
          header: t("column.state"),
          cell: ({ state }) => <StatusPill tone={providerTones[state]}>{t(`state.${state}`)}</StatusPill>,
        },
        {
          id: "services",
          header: t("column.services"),
          from: "lg",
          cell: ({ services }) =>
            services.length === 0 ? (
              <span className="text-ink-subtle">{t("noServices")}</span>
            ) : (
              <span className="font-mono text-xs wrap-anywhere">{services.join(", ")}</span>
            ),
        },
        { id: "score", header: t("column.score"), cell: ({ score }) => <EstimateMark estimate={score} kind="score" /> },
        {
          id: "load",
          header: t("column.inFlight"),
          figures: true,
          cell: ({ inFlight, maxInFlight }) =>
            maxInFlight === null ? format.number(inFlight) : t("ofMax", { count: inFlight, max: maxInFlight }),
        },
        { id: "balance", header: t("column.balance"), figures: true, cell: (row) => <Credit provider={row} /> },
        {
          id: "answer",
          header: t("column.answer"),
          figures: true,
          from: "md",
          cell: ({ lastAnswerAt, lastTrouble }) =>
            lastTrouble !== null ? (
              <span className="text-critical-ink wrap-anywhere">{lastTrouble}</span>
            ) : lastAnswerAt === null ? (
              <span className="text-ink-subtle">{t("neverAsked")}</span>
            ) : (
              format.dateTime(new Date(lastAnswerAt), { dateStyle: "short", timeStyle: "short" })
            ),
        },
      ]}
    />
  );
}

async function Credit({ provider: { balance } }: { provider: ProviderSummary }) {
  const [t, shop] = await Promise.all([getTranslations("providers"), shopContext()]);
  if (balance === null || balance.amount === null) return <span className="text-ink-subtle">{t("unknown")}</span>;
  return (
    <span className="grid justify-items-end">
      <Amount amountMinor={balance.amount.amountMinor} currency={balance.amount.currency} locale={shop.locale} />
      <span className="text-xs text-ink-muted">
        <BalanceForecast balance={balance} />
      </span>
    </span>
  );
}
