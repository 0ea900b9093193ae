import { buttonClasses } from "@smplat/ui/button";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ProofCard } from "#components/proof-card/proof-card.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import { sampleLift } from "./sample-proof.ts";

/** The promise, and beside it the thing that keeps it: a proof card. */
export async function Hero() {
  const [t, shop] = await Promise.all([getTranslations("home"), shopContext()]);
  const sample = sampleLift({
    product: t("sample.product"),
    channel: t("sample.channel"),
    source: t("sample.source"),
    unit: t("sample.unit"),
    explanation: t("sample.explanation"),
  });
  return (
    <section className="border-b border-line bg-surface-sunken">
      <div className="mx-auto grid max-w-page items-center gap-10 px-4 py-10 sm:px-6 sm:py-16 lg:grid-cols-[5fr_6fr] lg:gap-14">
        <div className="grid min-w-0 gap-6">
          <h1 className="text-3xl hyphens-auto">{t("title")}</h1>
          <p className="max-w-prose text-lg text-ink-muted">{t("lead")}</p>
          <div className="flex flex-wrap items-center gap-3">
            <Link href={shop.href("/products")} className={`${buttonClasses({ size: "large" })} max-sm:w-full`}>
              {t("browse")}
            </Link>
            <a href="#how" className={`${buttonClasses({ variant: "quiet", size: "large" })} max-sm:w-full`}>
              {t("howLink")}
            </a>
          </div>
          <p className="border-s-3 border-accent ps-3 text-sm font-semibold">{t("refusedHint")}</p>
        </div>
        <figure className="grid min-w-0 gap-2">
          <ProofCard proof={sample} sample headingLevel="h2" />
          <figcaption className="text-xs text-ink-muted">{t("sample.caption")}</figcaption>
        </figure>
      </div>
    </section>
  );
}
