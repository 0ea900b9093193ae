import type { ProductCard } from "@smplat/contracts";
import { type Platform, platforms } from "@smplat/contracts/vocabulary";
import { buttonClasses } from "@smplat/ui/button";
import { Card } from "@smplat/ui/card";
import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { api, orNull } from "#api/server-client.ts";
import { ProductArt } from "#components/product-art/product-art.tsx";
import { shopContext } from "#shop-context/shop-context.ts";

const shownPerPlatform = 4;

/** What is on sale, by platform; the one shopped for comes first. */
export async function ByPlatform() {
  const [t, shop] = await Promise.all([getTranslations("home.platforms"), shopContext()]);
  const { locale, currency, country } = shop;
  const page = await orNull(api().products.list({ query: { locale, currency, country, limit: "100" } }));
  const own = shop.platform?.platform;
  const ordered = platforms.toSorted((a, b) => Number(b === own) - Number(a === own));
  const groups = ordered.flatMap((platform) => {
    const products = page?.items.filter((product) => product.platforms.includes(platform)) ?? [];
    return products.length === 0 ? [] : [{ platform, products }];
  });
  return (
    <section aria-labelledby="platforms-title" className="mx-auto max-w-page px-4 pt-14 sm:px-6">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="platforms-title" className="text-2xl">
            {t("title")}
          </h2>
          <p className="text-ink-muted">{t("text")}</p>
        </div>
        <Link href={shop.href("/products")} className={buttonClasses({ variant: "secondary", size: "small" })}>
          {t("everything")}
        </Link>
      </div>
      {page === null ? <Notice tone="warning" title={t("silent")} className="mt-6" /> : null}
      {page !== null && groups.length === 0 ? <p className="mt-6 text-ink-muted">{t("empty")}</p> : null}
      <ul className="mt-6 grid gap-5 sm:grid-cols-2 lg:grid-cols-[repeat(auto-fit,minmax(12.5rem,1fr))]">
        {groups.map((group) => (
          <PlatformCard key={group.platform} {...group} />
        ))}
      </ul>
    </section>
  );
}

async function PlatformCard({ platform, products }: { platform: Platform; products: readonly ProductCard[] }) {
  const [t, shell, shop] = await Promise.all([
    getTranslations("home.platforms"),
    getTranslations("shell.platforms"),
    shopContext(),
  ]);
  const name = shell(platform);
  return (
    <Card
      as="li"
      padded={false}
      tint={platform}
      className="grid grid-rows-[auto_1fr] overflow-hidden sm:max-lg:last:odd:col-span-2"
    >
      <ProductArt seed={products[0]?.artSeed ?? 1} platform={platform} columns={9} rows={2} className="h-18 w-full" />
      <div className="flex flex-col gap-3 p-(--card-padding)">
        <h3 className="text-xl">{name}</h3>
        <ul className="grid gap-1.5 pointer-coarse:gap-0">
          {products.slice(0, shownPerPlatform).map((product) => (
            <li key={product.id}>
              <Link
                href={shop.href(`/products/${product.slug}`, { platform })}
                className="tap inline-block text-sm underline decoration-line-strong underline-offset-4 hover:decoration-accent"
              >
                {product.title}
              </Link>
            </li>
          ))}
        </ul>
        <Link
          href={shop.href("/products", { platform })}
          className="tap mt-auto w-fit pt-1 text-sm font-semibold text-accent-ink hover:underline"
        >
          {t("all", { platform: name })}
        </Link>
      </div>
    </Card>
  );
}
