import type { OrderSummary } from "@smplat/contracts";
import { Amount } from "@smplat/ui/amount";
import { Card } from "@smplat/ui/card";
import { StatusPill } from "@smplat/ui/status-pill";
import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { channelName } from "#components/channel-name.ts";
import { orderStanding, standingTone } from "#components/order-standing.ts";
import { ProductArt } from "#components/product-art/product-art.tsx";
import { shopContext } from "#shop-context/shop-context.ts";

/** An order in a list: the whole card is one link. */
export async function OrderCard({ order }: { order: OrderSummary }) {
  const [t, states, shop, format] = await Promise.all([
    getTranslations("account.list"),
    getTranslations("account.states"),
    shopContext(),
    getFormatter(),
  ]);
  const standing = orderStanding(order);
  return (
    <Card as="li" interactive className="grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-lg">
            <Link
              href={shop.href(`/account/orders/${order.id}`)}
              className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none"
            >
              {order.number === null ? t("unnumbered") : t("numbered", { number: order.number })}
            </Link>
          </h2>
          <p className="text-sm text-ink-muted">
            {t("placed", { date: format.dateTime(new Date(order.placedAt), { dateStyle: "long" }) })}
          </p>
        </div>
        <StatusPill tone={standingTone(standing)}>{states(`${standing}.label`)}</StatusPill>
      </div>
      <ul className="grid gap-x-6 gap-y-3 border-t border-line pt-3 sm:grid-cols-2">
        {[...order.lines.entries()].map(([place, line]) => (
          <OrderedLine key={place} line={line} />
        ))}
      </ul>
      <p className="text-end font-semibold">
        <Amount amountMinor={order.total.amountMinor} currency={order.total.currency} locale={shop.locale} />
      </p>
    </Card>
  );
}

async function OrderedLine({ line }: { line: OrderSummary["lines"][number] }) {
  const [t, platforms, format] = await Promise.all([
    getTranslations("account.list"),
    getTranslations("shell.platforms"),
    getFormatter(),
  ]);
  const channel = line.platformContext;
  return (
    <li className="flex min-w-0 items-start gap-3">
      <ProductArt
        seed={line.artSeed}
        platform={channel?.platform}
        columns={2}
        rows={2}
        className="size-10 shrink-0 rounded-sm"
      />
      <div className="min-w-0">
        <p className="text-sm font-semibold wrap-anywhere">{line.title}</p>
        <p className="figures text-xs text-ink-muted wrap-anywhere">
          {t("line", { quantity: format.number(line.quantity), unit: line.unit })}
          {channel === null
            ? null
            : ` · ${[platforms(channel.platform), channel.handle && channelName(channel.handle)].filter(Boolean).join(" ")}`}
        </p>
      </div>
    </li>
  );
}
