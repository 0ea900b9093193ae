import type { RoutingDecision } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { DataTable } from "@smplat/ui/data-table";
import { getFormatter, getTranslations } from "next-intl/server";
import { shopContext } from "#shop-context/shop-context.ts";

type Candidate = RoutingDecision["candidates"][number];

const obstacles = [
  "inactive",
  "rule",
  "drained",
  "excluded",
  "paused",
  "full",
  "refused-before",
  "not-sent-before",
  "below-floor",
  "loses-money",
  "at-cap",
] as const;

/** Who could have done it, what was drawn and expected of each, and what stood against it. */
export async function CandidateTable({ decision }: { decision: RoutingDecision }) {
  const [t, shop, format] = await Promise.all([getTranslations("providers"), shopContext(), getFormatter()]);
  const known = (word: string) => obstacles.find((obstacle) => obstacle === word);
  const against = ({ obstacles: found, rules }: Candidate) => [
    ...found.flatMap((word) => {
      const obstacle = known(word);
      return obstacle === undefined || obstacle === "rule" ? [] : [t(`obstacle.${obstacle}`)];
    }),
    ...rules.filter((rule) => !rule.passed).map((rule) => t("obstacle.ruleText", { rule: rule.rule, why: rule.why })),
  ];
  const money = (amountMinor: number, { currency }: Candidate["cost"]) => (
    <Amount amountMinor={Math.round(amountMinor)} currency={currency} locale={shop.locale} />
  );
  return (
    <div className="grid gap-2">
      <DataTable
        caption={t("decisions.candidates")}
        captionHidden
        rows={decision.candidates}
        rowKey={({ providerId, service }) => `${providerId} ${service}`}
        empty={<p className="text-ink-muted">{t("decisions.noCandidates")}</p>}
        columns={[
          {
            id: "name",
            header: t("column.name"),
            cell: ({ providerName, providerId, service }) => (
              <span className="grid">
                <span className={providerId === decision.providerId ? "font-semibold text-ink" : undefined}>
                  {providerName}
                </span>
                <code className="font-mono text-xs">{service}</code>
              </span>
            ),
          },
          { id: "cost", header: t("services.cost"), figures: true, cell: ({ cost }) => money(cost.amountMinor, cost) },
          {
            id: "chance",
            header: t("decisions.chance"),
            figures: true,
            cell: ({ sampled }) =>
              sampled === null ? null : format.number(sampled, { style: "percent", maximumFractionDigits: 1 }),
          },
          {
            id: "value",
            header: t("decisions.value"),
            figures: true,
            cell: ({ valueMinor, cost }) => (valueMinor === null ? null : money(valueMinor, cost)),
          },
          {
            id: "against",
            header: t("decisions.against"),
            cell: (candidate) => (
              <ul className="grid min-w-32 gap-0.5 text-xs">
                {against(candidate).map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <p className="text-xs text-ink-subtle">
        {t("decisions.made", { version: decision.policyVersion, seed: decision.seed, id: decision.id })}
      </p>
    </div>
  );
}
