import type { Product } from "@smplat/contracts";
import { Icon } from "@smplat/ui/icon";
import { Notice } from "@smplat/ui/notice";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { deliveryTime } from "#components/delivery-time.ts";
import { PlatformBadge } from "#components/platform-badge.tsx";
import { artPlatform } from "#components/product-art/art-platform.ts";
import { ProductArt } from "#components/product-art/product-art.tsx";
import { TrackView } from "#components/track-view.tsx";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { shopContext } from "#shop-context/shop-context.ts";
import type { ConfigurableProduct } from "./configuration.ts";
import { Configurator } from "./configurator.tsx";
import { loadSavedChannels } from "./load-saved-channels.ts";
import { priceLabels } from "./price-labels.ts";
import { ProductDetails } from "./product-details.tsx";

/** Only what the configurator needs travels to the browser. */
function configurable(product: Product): ConfigurableProduct {
  const { id, slug, title, unit, platforms, fromPrice, taxRateBp, availability, quantity, volumeTiers } = product;
  const { optionGroups, addOns, customFields, plans, presets, measurement, ownership } = product;
  const head = { id, slug, title, unit, platforms, fromPrice, taxRateBp, availability, quantity, volumeTiers };
  return { ...head, optionGroups, addOns, customFields, plans, presets, measurement, ownership };
}

export async function ProductPage({ product }: { product: Product }) {
  const [{ locale }, saved] = await Promise.all([shopContext(), loadSavedChannels(product.platforms)]);
  return (
    <ClientCopy areas={["product", "problems"]}>
      <TrackView name="product.viewed" subject={product.slug} />
      <div className="mx-auto grid max-w-page gap-10 px-4 py-6 pb-24 sm:px-6 lg:py-10">
        <ProductHead product={product} />
        <Configurator
          key={product.id}
          product={configurable(product)}
          labels={priceLabels(product, locale)}
          saved={saved}
        />
        <ProductDetails product={product} />
      </div>
    </ClientCopy>
  );
}

async function ProductHead({ product }: { product: Product }) {
  const [t, catalog, shop] = await Promise.all([getTranslations("product"), getTranslations("catalog"), shopContext()]);
  const time = await deliveryTime(product.sla);
  const tint = artPlatform(product, shop.platform?.platform);
  const facts = [
    [t("facts.start"), time],
    [t("facts.evidence"), catalog(`deliverables.${product.deliverableKind}`)],
    [t("facts.guarantee"), t("facts.guaranteeDays", { days: product.evidence.guaranteeDays })],
  ] as const;
  return (
    <div className="grid gap-6">
      <Link
        href={shop.href("/products")}
        className="tap flex w-fit items-center gap-1 text-sm text-ink-muted hover:underline"
      >
        <Icon name="chevron-left" />
        {t("back")}
      </Link>
      <div className="grid items-center gap-6 md:grid-cols-[5fr_6fr] md:gap-12">
        <ProductArt
          seed={product.artSeed}
          platform={tint}
          alt={product.media[0]?.alt || undefined}
          className="aspect-[3/1] w-full rounded-lg border border-line md:aspect-[3/2]"
        />
        <div className="grid min-w-0 gap-4">
          <p className="flex flex-wrap items-center gap-2">
            {product.platforms.map((platform) => (
              <PlatformBadge key={platform} platform={platform} />
            ))}
            <span className="text-sm text-ink-muted">{catalog(`categories.${product.category}`)}</span>
            {product.availability === "few_left" ? (
              <StatusPill tone="warning">{catalog("availability.few_left")}</StatusPill>
            ) : null}
          </p>
          <h1 className="text-2xl hyphens-auto wrap-anywhere">{product.title}</h1>
          <p className="text-lg text-ink-muted">{product.summary}</p>
          <dl className="grid gap-x-6 gap-y-2 border-t border-line pt-4 sm:grid-cols-3 md:grid-cols-2 lg:grid-cols-3">
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt className="text-xs text-ink-muted">{term}</dt>
                <dd className="text-sm font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <PlatformMismatch product={product} />
    </div>
  );
}

async function PlatformMismatch({ product }: { product: Product }) {
  const [t, shell, shop] = await Promise.all([
    getTranslations("product"),
    getTranslations("shell.platforms"),
    shopContext(),
  ]);
  const own = shop.platform?.platform;
  if (own === undefined || product.platforms.includes(own)) return null;
  const names = new Intl.ListFormat(shop.locale).format(product.platforms.map((platform) => shell(platform)));
  return <Notice title={t("platformMismatch", { platform: shell(own), platforms: names })} />;
}
