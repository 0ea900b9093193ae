import { Icon } from "@smplat/ui/icon";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ProofCard } from "#components/proof-card/proof-card.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { sampleUnclear } from "./sample-proof.ts";

const refused = ["numbers", "exchange", "passwords", "bots"] as const;

/** The two things others leave out: what we refuse to sell, and the card that says nothing can be told. */
export async function HonestAnswers() {
  const [t, shop] = await Promise.all([getTranslations("home"), shopContext()]);
  const sample = sampleUnclear({
    product: t("unclear.product"),
    channel: t("unclear.channel"),
    source: t("sample.source"),
    unit: t("unclear.unit"),
    explanation: t("unclear.explanation"),
  });
  return (
    <div className="mx-auto grid max-w-page gap-12 px-4 pt-16 sm:px-6 lg:grid-cols-[6fr_5fr] lg:gap-14">
      <section aria-labelledby="unclear-title" className="grid min-w-0 content-start gap-4">
        <h2 id="unclear-title" className="text-2xl">
          {t("proofTitle")}
        </h2>
        <ProofCard proof={sample} sample />
        <p className="text-xs text-ink-muted">{t("unclear.caption")}</p>
      </section>
      <section aria-labelledby="refused-title" className="grid min-w-0 content-start gap-4">
        <h2 id="refused-title" className="text-2xl">
          {t("refused.title")}
        </h2>
        <p className="text-ink-muted">{t("refused.text")}</p>
        <ul className="grid gap-2.5">
          {refused.map((item) => (
            <li key={item} className="flex gap-2.5 border-b border-line pb-2.5">
              <Icon name="cross" className="mt-[0.3em] text-critical-ink" />
              <span>{t(`refused.items.${item}`)}</span>
            </li>
          ))}
        </ul>
        <Link
          href={shop.href("/what-we-dont-sell")}
          className="tap w-fit font-semibold text-accent-ink hover:underline"
        >
          {t("refused.more")}
        </Link>
      </section>
    </div>
  );
}
