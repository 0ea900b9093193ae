import type { Provider } from "@smplat/contracts";
import { Breadcrumbs } from "@smplat/ui/breadcrumbs";
import { EmptyState } from "@smplat/ui/empty-state";
import { StatusPill } from "@smplat/ui/status-pill";
import { getTranslations } from "next-intl/server";
import { currentSession } from "#api/current-session.ts";
import { AdminTitle } from "#components/admin-title.tsx";
import { fingerprint } from "#components/fingerprint.ts";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { DecisionList } from "./decision-list.tsx";
import { DryRun } from "./dry-run.tsx";
import { LiveProviders } from "./live-providers.tsx";
import { loadProvider } from "./load-provider.ts";
import { ProviderBalance } from "./provider-balance.tsx";
import { ProviderFacts } from "./provider-facts.tsx";
import { ProviderOrders } from "./provider-orders.tsx";
import { ProviderQuality } from "./provider-quality.tsx";
import { ProviderSettings } from "./provider-settings.tsx";
import { ProviderTimeline } from "./provider-timeline.tsx";
import { providerTones } from "./provider-tones.ts";
import { Section } from "./section.tsx";
import { ServiceTable } from "./service-table.tsx";
import { StateCommands } from "./state-commands.tsx";

/** A supplier from all sides: what it does, how well, what it has, who changed it, why it is chosen. */
export async function AdminProvider({ providerId }: { providerId: string }) {
  const [t, session] = await Promise.all([getTranslations("providers"), currentSession()]);
  const isAdmin = session.role === "admin";
  const view = await loadProvider(providerId, isAdmin);
  if (view === null) return <EmptyState title={t("missingTitle")}>{t("missingText")}</EmptyState>;
  const { provider } = view;
  const services = provider.services.map(({ service }) => service);
  return (
    <ClientCopy areas={["admin", "providers"]}>
      <div className="grid gap-5">
        <Head provider={provider} isAdmin={isAdmin} />
        <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid min-w-0 content-start gap-6">
            <ProviderQuality provider={provider} />
            <ServiceTable provider={provider} products={view.products} />
            <ProviderOrders orders={view.orders} />
            <Section id="decisions" title={t("decisions.title")} lead={t("decisions.lead")}>
              <DecisionList decisions={view.decisions} />
            </Section>
            {isAdmin ? (
              <>
                <ProviderSettings provider={provider} />
                <DryRun providerId={provider.id} services={services} />
              </>
            ) : null}
          </div>
          <aside className="grid min-w-0 content-start gap-6 max-xl:md:grid-cols-2">
            <ProviderBalance balance={provider.balance} promised={provider.capabilities.balance} />
            <ProviderFacts provider={provider} />
            <ProviderTimeline entries={view.timeline} />
          </aside>
        </div>
      </div>
    </ClientCopy>
  );
}

async function Head({ provider, isAdmin }: { provider: Provider; isAdmin: boolean }) {
  const [t, shop] = await Promise.all([getTranslations("providers"), shopContext()]);
  return (
    <div className="grid gap-1">
      <Breadcrumbs
        label={t("title")}
        trail={[
          { href: shop.href("/admin/fulfillment/providers"), label: t("title") },
          { href: shop.href(`/admin/fulfillment/providers/${provider.id}`), label: provider.name },
        ]}
      />
      <AdminTitle title={provider.name}>
        <StatusPill tone={providerTones[provider.state]}>{t(`state.${provider.state}`)}</StatusPill>
        <LiveProviders providerId={provider.id} seen={fingerprint(provider)} drawnAtMs={Date.now()} />
      </AdminTitle>
      <StateCommands providerId={provider.id} name={provider.name} state={provider.state} isAdmin={isAdmin} />
    </div>
  );
}
