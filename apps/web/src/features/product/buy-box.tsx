"use client";

import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { useEffect, useRef, useState } from "react";
import { formatMoney } from "#components/money.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import type { ConfigurableProduct } from "./configuration.ts";
import { refusedAnswers } from "./refused-answers.ts";
import { useAddToCart } from "./use-add-to-cart.ts";
import type { useLineQuote } from "./use-line-quote.ts";
import type { Obstacle } from "./use-obstacles.ts";

interface BuyBoxProps {
  product: ConfigurableProduct;
  quote: ReturnType<typeof useLineQuote>;
  obstacles: readonly Obstacle[];
  tried: boolean;
  onTry: () => void;
}

/** The button into the cart, what stands before it, and on a phone the same button in a bar that stays in sight. */
export function BuyBox({ product, quote, obstacles, tried, onTry }: BuyBoxProps) {
  const t = useCopy("product");
  const { add, busy, error } = useAddToCart(quote.renew);
  const box = useRef<HTMLDivElement>(null);
  const inSight = useInSight(box);
  if (product.availability === "sold_out") return <Notice title={t("price.soldOut")}>{t("price.soldOutText")}</Notice>;
  const buy = async () => {
    onTry();
    const first = obstacles[0];
    if (first !== undefined) {
      document.getElementById(first.elementId)?.focus();
      return;
    }
    const refusal = await add(quote.status === "ready" ? quote.quote : null);
    const [refused] = refusedAnswers(refusal).keys();
    if (refused !== undefined) document.getElementById(`field-${refused}`)?.focus();
  };
  const button = (
    <Button size="large" wide loadingLabel={busy ? t("price.adding") : undefined} onClick={buy}>
      {t("price.add")}
    </Button>
  );
  return (
    <div ref={box} className="grid gap-3">
      {button}
      {tried && obstacles.length > 0 ? (
        <div className="grid gap-1 text-sm" role="status">
          <p className="font-semibold">{t("price.fix")}</p>
          <ul className="grid list-disc gap-1 ps-5">
            {obstacles.map(({ elementId, message }) => (
              <li key={elementId}>
                <a href={`#${elementId}`} className="text-critical-ink underline underline-offset-2">
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {error === null ? null : <ProblemNotice error={error} details />}
      {inSight ? null : (
        <div className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-4 border-t border-line bg-surface px-4 py-2.5 shadow-overlay lg:hidden">
          <BarPrice product={product} quote={quote} />
          {button}
        </div>
      )}
    </div>
  );
}

function BarPrice({ product, quote }: Pick<BuyBoxProps, "product" | "quote">) {
  const t = useCopy("product");
  const locale = useLocale();
  const price = quote.quote?.gross ?? product.fromPrice;
  return (
    <p className="grid leading-tight">
      {quote.quote === null ? <span className="text-xs text-ink-muted">{t("price.from")}</span> : null}
      <span className="figures display text-lg whitespace-nowrap">{formatMoney(price, locale)}</span>
    </p>
  );
}

/** Whether an element can be seen right now; true until the browser says otherwise. */
function useInSight(target: React.RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true));
    observer.observe(element);
    return () => observer.disconnect();
  }, [target]);
  return inSight;
}
