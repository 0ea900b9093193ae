import type { Provider } from "@smplat/contracts";
import { DefinitionList } from "@smplat/ui/definition-list";
import { getFormatter, getTranslations } from "next-intl/server";
import { Section } from "./section.tsx";

const promises = ["quote", "cancel", "refill", "balance", "webhook", "idempotentSubmit"] as const;

/** What the adapter promises, how much is under way, and which secrets are set since when. */
export async function ProviderFacts({ provider }: { provider: Provider }) {
  const [t, format] = await Promise.all([getTranslations("providers"), getFormatter()]);
  const { capabilities, secrets, inFlight, maxInFlight } = provider;
  return (
    <Section id="facts" title={t("facts.title")}>
      <DefinitionList
        items={[
          {
            term: t("column.inFlight"),
            value: maxInFlight === null ? format.number(inFlight) : t("ofMax", { count: inFlight, max: maxInFlight }),
          },
          { term: t("facts.kind"), value: t(`kind.${provider.kind}`) },
          ...promises.map((promise) => ({
            term: t(`capability.${promise}`),
            value: capabilities[promise] ? t("facts.yes") : t("facts.no"),
          })),
          ...secrets.map(({ name, setAt }) => ({
            term: t("facts.secret", { name }),
            value:
              setAt === null
                ? t("facts.set")
                : t("facts.setAt", {
                    time: format.dateTime(new Date(setAt), { dateStyle: "medium", timeStyle: "short" }),
                  }),
          })),
        ]}
      />
    </Section>
  );
}
