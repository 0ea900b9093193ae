"use client";

import type { OperatorProduct } from "@smplat/contracts";
import type { Locale, ProductState } from "@smplat/contracts/vocabulary";
import { Amount } from "@smplat/ui/amount";
import { Badge } from "@smplat/ui/badge";
import { StatusPill } from "@smplat/ui/status-pill";
import type { Tone } from "@smplat/ui/tone";
import Link from "next/link";
import type { WorkColumn } from "#components/work-table/work-column.ts";
import type { useCopy } from "#i18n/copy.tsx";
import type { QueryValues } from "#i18n/href.ts";
import { policyTones } from "./policy-tones.ts";
import { ProductActions, type ProductTask } from "./product-actions.tsx";

interface Surroundings {
  t: ReturnType<typeof useCopy<"admin">>;
  shell: ReturnType<typeof useCopy<"shell">>;
  href: (path: string, query?: QueryValues) => string;
  locale: Locale;
  mayPublish: boolean;
  onTask: (task: ProductTask, product: OperatorProduct) => void;
}

const stateTones: Readonly<Record<ProductState, Tone>> = {
  draft: "neutral",
  published: "success",
  unpublished: "warning",
};

/** The columns of the list of products. */
export function productColumns({
  t,
  shell,
  href,
  locale,
  mayPublish,
  onTask,
}: Surroundings): readonly WorkColumn<OperatorProduct>[] {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "Europe/Berlin" });
  return [
    {
      id: "title",
      header: t("products.column.title"),
      fixed: true,
      value: ({ title }) => title[locale],
      cell: (product) => <ProductName product={product} locale={locale} href={href} />,
    },
    {
      id: "state",
      header: t("products.column.state"),
      value: ({ state }) => t(`products.states.${state}`),
      cell: ({ state }) => <StatusPill tone={stateTones[state]}>{t(`products.states.${state}`)}</StatusPill>,
    },
    {
      id: "policy",
      header: t("products.column.policy"),
      value: ({ policy }) => t(`products.policy.${policy?.outcome ?? "unchecked"}`),
      cell: ({ policy }) => (
        <StatusPill tone={policy === null ? "neutral" : policyTones[policy.outcome]}>
          {t(`products.policy.${policy?.outcome ?? "unchecked"}`)}
        </StatusPill>
      ),
    },
    {
      id: "platforms",
      header: t("products.column.platforms"),
      from: "lg",
      value: ({ platforms }) => platforms.join(" "),
      cell: ({ platforms }) => (
        <span className="flex min-w-36 flex-wrap gap-1">
          {platforms.map((platform) => (
            <Badge key={platform} tint={platform}>
              {shell(`platforms.${platform}`)}
            </Badge>
          ))}
        </span>
      ),
    },
    ...figureColumns(t, locale, day),
    {
      id: "actions",
      header: t("products.column.actions"),
      fixed: true,
      value: () => null,
      cell: (product) => <ProductActions product={product} mayPublish={mayPublish} onTask={onTask} />,
    },
  ];
}

function figureColumns(
  t: Surroundings["t"],
  locale: Locale,
  day: Intl.DateTimeFormat,
): readonly WorkColumn<OperatorProduct>[] {
  return [
    {
      id: "price",
      header: t("products.column.price"),
      figures: true,
      value: ({ unitPrice }) => unitPrice.amountMinor,
      cell: ({ unitPrice }) => (
        <Amount amountMinor={unitPrice.amountMinor} currency={unitPrice.currency} locale={locale} />
      ),
    },
    {
      id: "capacity",
      header: t("products.column.capacity"),
      figures: true,
      value: ({ capacityRemaining }) => capacityRemaining,
      cell: ({ capacityRemaining }) =>
        capacityRemaining === null ? t("products.unlimited") : new Intl.NumberFormat(locale).format(capacityRemaining),
    },
    {
      id: "changed",
      header: t("products.column.changed"),
      figures: true,
      from: "lg",
      value: ({ updatedAt }) => updatedAt,
      cell: ({ updatedAt }) => <time dateTime={updatedAt}>{day.format(new Date(updatedAt))}</time>,
    },
  ];
}

function ProductName({ product, locale, href }: { product: OperatorProduct } & Pick<Surroundings, "locale" | "href">) {
  const name = <span className="font-semibold">{product.title[locale]}</span>;
  return (
    <span className="grid max-w-72 min-w-36">
      {product.state === "published" ? (
        <Link
          href={href(`/products/${product.slug}`)}
          data-row-link
          className="text-accent-ink underline-offset-4 hover:underline"
        >
          {name}
        </Link>
      ) : (
        name
      )}
      <span className="truncate text-xs text-ink-muted">{product.slug}</span>
    </span>
  );
}
