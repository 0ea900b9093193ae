"use client";

import type { OperatorProduct } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { useCopy, useLocale } from "#i18n/copy.tsx";

export type ProductTask = "check" | "publish" | "unpublish";

interface ProductActionsProps {
  product: OperatorProduct;
  mayPublish: boolean;
  onTask: (task: ProductTask, product: OperatorProduct) => void;
}

export function ProductActions({ product, mayPublish, onTask }: ProductActionsProps) {
  const t = useCopy("admin");
  const locale = useLocale();
  const act = (task: ProductTask) => (
    <Button size="small" variant={task === "check" ? "quiet" : "secondary"} onClick={() => onTask(task, product)}>
      {t(`products.${task}`)}
    </Button>
  );
  return (
    <fieldset
      aria-label={t("products.actionsOf", { product: product.title[locale] })}
      className="grid justify-items-stretch gap-1 whitespace-nowrap"
    >
      {act("check")}
      {mayPublish ? act(product.state === "published" ? "unpublish" : "publish") : null}
    </fieldset>
  );
}
