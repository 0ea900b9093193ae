import type { OperatorProduct, Provider, ProviderService, ServiceRule } from "@smplat/contracts";
import { DataTable } from "@smplat/ui/data-table";
import { EmptyState } from "@smplat/ui/empty-state";
import { StatusPill } from "@smplat/ui/status-pill";
import { getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";
import { mappingName } from "./mapping.ts";
import { Section } from "./section.tsx";
import { AddService, ServiceActions } from "./service-actions.tsx";

interface ServiceTableProps {
  provider: Provider;
  /** What services can be assigned to; null for those who may only look. */
  products: readonly OperatorProduct[] | null;
}

/** What a supplier does: for what, at which price, within which limits and times. */
export async function ServiceTable({ provider, products }: ServiceTableProps) {
  const [t, { locale }] = await Promise.all([getTranslations("providers"), shopContext()]);
  const { id, currency, services } = provider;
  return (
    <Section id="services" title={t("services.title")}>
      <DataTable
        caption={t("services.title")}
        captionHidden
        rows={services}
        rowKey={({ service }) => service}
        empty={<EmptyState title={t("noServices")}>{t("services.empty")}</EmptyState>}
        columns={[
          {
            id: "service",
            header: t("column.service"),
            cell: (row) => (
              <div className="grid min-w-36 justify-items-start gap-0.5">
                <span className="font-semibold">{row.title}</span>
                <code className="font-mono text-xs">{row.service}</code>
                {row.isActive ? null : <StatusPill tone="neutral">{t("services.off")}</StatusPill>}
                {products === null ? null : (
                  <ServiceActions provider={{ id, currency }} service={row} products={products} />
                )}
              </div>
            ),
          },
          {
            id: "serves",
            header: t("services.serves"),
            cell: ({ serves }) => (
              <ul className="grid gap-0.5 text-xs">
                {serves.map((mapping) => (
                  <li key={`${mapping.productId} ${mapping.serviceKey}`}>
                    {t("services.servesText", {
                      name: mappingName(mapping, products ?? [], locale),
                      units: mapping.unitsPerItem,
                      priority: mapping.priority,
                    })}
                  </li>
                ))}
              </ul>
            ),
          },
          { id: "cost", header: t("services.cost"), cell: (row) => <Cost service={row} /> },
          { id: "rules", header: t("services.rules"), cell: ({ rules }) => <Rules rules={rules} /> },
          {
            id: "cadence",
            header: t("services.cadence"),
            figures: true,
            cell: ({ startsWithinHours, deliversWithinHours }) =>
              t("services.cadenceText", { start: startsWithinHours, end: deliversWithinHours }),
          },
        ]}
      />
      {products === null ? null : <AddService provider={{ id, currency }} />}
    </Section>
  );
}

async function Cost({ service: { cost, currency } }: { service: ProviderService }) {
  const [t, { locale }] = await Promise.all([getTranslations("providers"), shopContext()]);
  const money = new Intl.NumberFormat(locale, { style: "currency", currency });
  const write = (minor: number) => money.format(minor / 100);
  if (cost.model !== "tiered") {
    const amount = write(cost.amountMinor);
    return (
      <span className="whitespace-nowrap">
        {cost.model === "flat" ? t("cost.flat", { amount }) : t("cost.perUnits", { amount, units: cost.perUnits })}
      </span>
    );
  }
  return (
    <ul className="grid gap-0.5 whitespace-nowrap">
      {cost.tiers.map((tier) => (
        <li key={tier.fromUnits}>
          {t("cost.tier", { from: tier.fromUnits, amount: write(tier.amountMinor), units: tier.perUnits })}
        </li>
      ))}
    </ul>
  );
}

async function Rules({ rules }: { rules: readonly ServiceRule[] }) {
  const [t, names] = await Promise.all([getTranslations("providers"), getTranslations("shell.platforms")]);
  if (rules.length === 0) return <span className="text-ink-subtle">{t("rule.none")}</span>;
  const text = (rule: ServiceRule): string => {
    switch (rule.rule) {
      case "platforms":
        return t("rule.platforms", { list: rule.allow.map((platform) => names(platform)).join(", ") });
      case "countries":
        return t("rule.countries", { list: rule.allow.join(", ") });
      case "options":
        return t("rule.options", { list: rule.refuse.join(", ") });
      case "amount":
        return t("rule.amount", { minimum: rule.minimum, maximum: rule.maximum });
      case "pacing":
        return t("rule.pacing", { hours: rule.minimumHours, units: rule.maximumUnitsPerHour });
    }
  };
  return (
    <ul className="grid min-w-40 gap-0.5 text-xs">
      {rules.map((rule) => (
        <li key={rule.rule}>{text(rule)}</li>
      ))}
    </ul>
  );
}
