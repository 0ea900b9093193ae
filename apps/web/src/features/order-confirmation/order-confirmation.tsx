"use client";

import type { Order } from "@smplat/contracts";
import { ButtonLink, buttonClasses } from "@smplat/ui/button";
import { DefinitionList } from "@smplat/ui/definition-list";
import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { channelName } from "#components/channel-name.ts";
import { formatMoney } from "#components/money.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import type { ConfirmationState } from "./confirmation-state.ts";
import { NextSteps } from "./next-steps.tsx";
import { Papers } from "./papers.tsx";
import { useFollowedOrder } from "./use-followed-order.ts";

const paid = new Set<ConfirmationState>(["paid", "working", "review", "delivered"]);

/** Follows the order's real state; says "paid" when the processor did, and not before. */
export function OrderConfirmation({ initial }: { initial: Order }) {
  const t = useCopy("confirmation");
  const locale = useLocale();
  const { order, state, stale, slow } = useFollowedOrder(initial);
  const number = new Intl.NumberFormat(locale);
  return (
    <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-14">
      <div className="grid min-w-0 content-start gap-8">
        <header className="grid gap-3" aria-live="polite">
          <StateSign state={state} />
          <h1 className="text-2xl">{t(`states.${state}.title`, { name: order.contact.name })}</h1>
          <p className="max-w-prose text-lg text-ink-muted">{t(`states.${state}.text`)}</p>
          {slow ? <Notice title={t("slow")} /> : null}
          {stale ? <Notice tone="warning" title={t("stale")} /> : null}
        </header>
        <Ways order={order} state={state} />
        {(paid.has(state) && state !== "delivered") || state === "checking" ? <NextSteps /> : null}
      </div>
      <aside className="grid content-start gap-6 self-start rounded-lg border border-line bg-surface p-(--card-padding)">
        <DefinitionList
          items={[
            { term: t("number"), value: <strong className="figures">{order.number ?? t("numberPending")}</strong> },
            { term: t("total"), value: <span className="figures">{formatMoney(order.totals.gross, locale)}</span> },
            { term: t("mail"), value: order.contact.email },
          ]}
        />
        <section aria-labelledby="ordered-title" className="grid gap-2 border-t border-line pt-4">
          <h2 id="ordered-title" className="text-base">
            {t("lines")}
          </h2>
          <ul className="grid gap-2 text-sm">
            {order.lines.map((line) => (
              <li key={line.id} className="grid">
                <span className="font-semibold">{line.product.title}</span>
                <span className="text-ink-muted">
                  {number.format(line.quantity)} × {line.product.unit}
                  {line.platformContext?.handle ? ` · ${channelName(line.platformContext.handle)}` : ""}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <Papers order={order} pending={!paid.has(state)} />
      </aside>
    </div>
  );
}

function Ways({ order, state }: { order: Order; state: ConfirmationState }) {
  const t = useCopy("confirmation");
  const href = useHref();
  const confirm = order.payment?.nextAction?.url;
  return (
    <div className="flex flex-wrap gap-3">
      {state === "action" && confirm !== undefined ? (
        <ButtonLink href={confirm} size="large">
          {t("confirm")}
        </ButtonLink>
      ) : null}
      {state === "failed" ? (
        <Link href={href("/checkout")} className={buttonClasses({ size: "large" })}>
          {t("again")}
        </Link>
      ) : null}
      <Link
        href={href(`/account/orders/${order.id}`)}
        className={buttonClasses({ size: "large", variant: paid.has(state) ? "primary" : "secondary" })}
      >
        {t("open")}
      </Link>
    </div>
  );
}

/** A line on its way to a mark; the mark is filled only when the payment is in. */
function StateSign({ state }: { state: ConfirmationState }) {
  const done = paid.has(state);
  const broken = state === "failed" || state === "ended";
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 96 32"
      className="h-8 w-24"
      fill="none"
      strokeWidth="2.5"
      strokeLinecap="round"
    >
      <path d="M3 16h58" className="stroke-line-strong" strokeDasharray={done ? undefined : "3 6"} />
      <circle
        cx="78"
        cy="16"
        r="13"
        className={done ? "fill-success stroke-success" : broken ? "stroke-critical" : "stroke-line-strong"}
      />
      {done ? <path d="m72 16.5 4.2 4.2 8-9" className="stroke-on-success" /> : null}
      {broken ? <path d="m73.5 11.5 9 9m0-9-9 9" className="stroke-critical" /> : null}
    </svg>
  );
}
