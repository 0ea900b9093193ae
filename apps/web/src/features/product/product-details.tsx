import type { Product } from "@smplat/contracts";
import { DefinitionList } from "@smplat/ui/definition-list";
import { Disclosure } from "@smplat/ui/disclosure";
import { getTranslations } from "next-intl/server";
import { ProductProof } from "./product-proof.tsx";

/** What a product is, how its delivery is shown, and how it went for others. */
export async function ProductDetails({ product }: { product: Product }) {
  const [t, catalog] = await Promise.all([getTranslations("product"), getTranslations("catalog.deliverables")]);
  const { evidence } = product;
  const paragraphs = product.description.split(/\n{2,}/).filter((text) => text.trim() !== "");
  return (
    <div className="grid gap-12 border-t border-line pt-10 lg:grid-cols-2 lg:gap-14">
      <div className="grid min-w-0 content-start gap-10">
        <section aria-labelledby="about-title" className="grid gap-3">
          <h2 id="about-title" className="text-xl">
            {t("about")}
          </h2>
          {paragraphs.map((text) => (
            <p key={text} className="max-w-prose whitespace-pre-line">
              {text}
            </p>
          ))}
        </section>
        {product.faq.length > 0 ? (
          <section aria-labelledby="faq-title">
            <h2 id="faq-title" className="pb-2 text-xl">
              {t("faq")}
            </h2>
            {product.faq.map(({ question, answer }) => (
              <Disclosure key={question} summary={question}>
                {answer}
              </Disclosure>
            ))}
          </section>
        ) : null}
      </div>
      <div className="grid min-w-0 content-start gap-10">
        <section aria-labelledby="evidence-title" className="grid gap-4">
          <h2 id="evidence-title" className="text-xl">
            {t("evidence.title")}
          </h2>
          <DefinitionList
            items={[
              { term: t("evidence.kind"), value: catalog(product.deliverableKind) },
              { term: t("evidence.unit"), value: evidence.unit },
              { term: t("evidence.source"), value: evidence.source },
              { term: t("evidence.check"), value: evidence.check },
              {
                term: t("evidence.guarantee"),
                value: t("evidence.guaranteeText", {
                  threshold: evidence.thresholdPercent,
                  days: evidence.guaranteeDays,
                }),
              },
            ]}
          />
          <p className="border-s-3 border-accent ps-3 text-sm text-ink-muted">{t("evidence.difference")}</p>
        </section>
        <ProductProof product={product} />
      </div>
    </div>
  );
}
