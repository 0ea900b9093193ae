"use client";

import type { Cart, Product } from "@smplat/contracts";
import { Badge } from "@smplat/ui/badge";
import { Button, buttonClasses } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { Price } from "@smplat/ui/price";
import { QuantityField } from "@smplat/ui/quantity-field";
import Link from "next/link";
import { type ReactNode, useState } from "react";
import { channelName } from "#components/channel-name.ts";
import { formatMoney } from "#components/money.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { formatPlatform } from "#shop-context/platform-context.ts";
import { useHref } from "#shop-context/shop-provider.tsx";

interface CartLineProps {
  line: Cart["lines"][number];
  art: ReactNode;
  rule: Product["quantity"] | undefined;
  problems: Cart["problems"];
  saving: boolean;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
}

export function CartLine({ line, art, rule, problems, saving, onQuantity, onRemove }: CartLineProps) {
  const t = useCopy("cart");
  const locale = useLocale();
  const href = useHref();
  const { product, summary, platformContext } = line;
  const link = href(`/products/${product.slug}`, { platform: formatPlatform(platformContext) });
  return (
    <li className="grid gap-4 rounded-lg border border-line bg-surface p-4 sm:grid-cols-[7.5rem_minmax(0,1fr)]">
      <div className="hidden overflow-hidden rounded-md sm:block">{art}</div>
      <div className="grid min-w-0 gap-3">
        <div className="flex flex-col items-start justify-between gap-x-4 gap-y-1 sm:flex-row sm:flex-wrap">
          <div className="grid min-w-0 gap-2 sm:flex-1 sm:basis-48">
            <h2 className="text-lg">
              <Link href={link} className="hover:underline">
                {product.title}
              </Link>
            </h2>
            <ChannelChip context={platformContext} />
          </div>
          <div className={`sm:text-end ${saving ? "opacity-75" : ""}`}>
            <Price
              amountMinor={line.gross.amountMinor}
              currency={line.gross.currency}
              locale={locale}
              note={t("each")}
            />
          </div>
        </div>
        {summary.length > 0 ? (
          <ul aria-label={t("details")} className="grid gap-0.5 text-sm text-ink-muted">
            {summary.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        ) : null}
        {problems.map((problem) => (
          <Notice
            key={problem.code}
            tone={problem.blocking ? "critical" : "info"}
            title={problem.blocking ? t("problems.blocking") : t("problems.repriced")}
            action={problem.code === "ownership_required" ? <ProveLink accountId={platformContext?.accountId} /> : null}
          >
            {problem.message}
            {problem.previousNet === null
              ? null
              : ` (${t("problems.before", { price: formatMoney(problem.previousNet, locale) })})`}
          </Notice>
        ))}
        <div className="flex flex-wrap items-end justify-between gap-3">
          <LineQuantity line={line} rule={rule} onQuantity={onQuantity} />
          <span role="status" className="text-xs text-ink-muted">
            {saving ? t("saving") : ""}
          </span>
          <Button
            variant="quiet"
            size="small"
            className="-me-3"
            onClick={onRemove}
            aria-label={t("removeNamed", { product: product.title })}
          >
            {t("remove")}
          </Button>
        </div>
      </div>
    </li>
  );
}

/** The way forward for a line whose channel has to be proven. */
function ProveLink({ accountId }: { accountId: string | null | undefined }) {
  const t = useCopy("cart");
  const href = useHref();
  return (
    <Link
      href={href("/account/channels", accountId ? { channel: accountId } : {})}
      className={buttonClasses({ variant: "secondary", size: "small" })}
    >
      {t("problems.prove")}
    </Link>
  );
}

function LineQuantity({ line, rule, onQuantity }: Pick<CartLineProps, "line" | "rule" | "onQuantity">) {
  const t = useCopy("cart");
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <QuantityField
      label={<span className="sr-only">{t("quantity", { product: line.product.title })}</span>}
      decreaseLabel={t("less")}
      increaseLabel={t("more")}
      min={rule?.minimum ?? 1}
      max={rule?.maximum ?? 1_000_000}
      step={rule?.step ?? 1}
      value={typed ?? line.quantity}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.validity.valid && target.valueAsNumber >= 1) onQuantity(target.valueAsNumber);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function ChannelChip({ context }: { context: Cart["lines"][number]["platformContext"] }) {
  const t = useCopy("cart");
  const shell = useCopy("shell");
  if (context === null) return <p className="text-sm text-ink-muted">{t("noChannel")}</p>;
  const name = shell(`platforms.${context.platform}`);
  return (
    <p>
      <Badge tint={context.platform}>
        {t("channel", { channel: context.handle === null ? name : `${name} · ${channelName(context.handle)}` })}
      </Badge>
    </p>
  );
}
