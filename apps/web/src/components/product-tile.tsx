import type { ProductCard } from "@smplat/contracts";
import { Card } from "@smplat/ui/card";
import { Price } from "@smplat/ui/price";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { formatPlatform } from "#shop-context/platform-context.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { deliveryTime } from "./delivery-time.ts";
import { PlatformBadge } from "./platform-badge.tsx";
import { artPlatform } from "./product-art/art-platform.ts";
import { ProductArt } from "./product-art/product-art.tsx";
import { TrackFigures } from "./track-record/track-figures.tsx";

/** A product in a list: the whole tile is one link. */
export async function ProductTile({ product }: { product: ProductCard }) {
  const [t, shop, format, time] = await Promise.all([
    getTranslations("catalog"),
    shopContext(),
    getFormatter(),
    deliveryTime(product.sla),
  ]);
  const fits = shop.platform !== null && product.platforms.includes(shop.platform.platform);
  const tint = artPlatform(product, shop.platform?.platform);
  const rate = format.number(product.taxRateBp / 10_000, { style: "percent", maximumFractionDigits: 1 });
  return (
    <Card as="li" interactive padded={false} className="grid grid-rows-[auto_1fr] overflow-hidden">
      <ProductArt seed={product.artSeed} platform={tint} rows={3} className="h-32 w-full" />
      <div className="flex flex-col gap-2 p-(--card-padding)">
        <p className="flex flex-wrap items-center gap-1.5">
          {product.platforms.map((platform) => (
            <PlatformBadge key={platform} platform={platform} />
          ))}
          <span className="text-xs text-ink-muted">{t(`categories.${product.category}`)}</span>
        </p>
        <h2 className="text-lg">
          <Link
            href={shop.href(`/products/${product.slug}`, { platform: fits ? formatPlatform(shop.platform) : null })}
            className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none"
          >
            {product.title}
          </Link>
        </h2>
        <p className="line-clamp-3 text-sm text-ink-muted">{product.summary}</p>
        <div className="mt-auto grid gap-1 pt-2">
          <Price
            amountMinor={product.fromPrice.amountMinor}
            currency={product.fromPrice.currency}
            locale={shop.locale}
            prefix={t("from")}
            note={t("vat", { rate })}
          />
          <p className="text-xs text-balance text-ink-muted">{time}</p>
          <TrackFigures proof={product.proof} />
          {product.availability === "available" ? null : (
            <StatusPill tone="warning" className="mt-1 w-fit">
              {t(`availability.${product.availability}`)}
            </StatusPill>
          )}
        </div>
      </div>
    </Card>
  );
}
