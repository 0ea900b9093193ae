import { getTranslations } from "next-intl/server";
import { api, orNull } from "#api/server-client.ts";
import { DecisionList } from "./decision-list.tsx";
import { Section } from "./section.tsx";

/** Why an order's lines went where they went; nothing while no line was sent. */
export async function OrderDecisions({ orderId }: { orderId: string }) {
  const [t, found] = await Promise.all([
    getTranslations("providers"),
    orNull(api().adminProviders.orderDecisions({ params: { orderId } })),
  ]);
  if (found !== null && found.items.length === 0) return null;
  return (
    <Section id="decisions" title={t("decisions.ofOrder")} lead={t("decisions.lead")}>
      <DecisionList decisions={found?.items ?? null} />
    </Section>
  );
}
