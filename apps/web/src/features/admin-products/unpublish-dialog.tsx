"use client";

import type { OperatorProduct } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";

interface UnpublishDialogProps {
  product: OperatorProduct;
  onClose: () => void;
  onDone: () => void;
}

/** Takes a product off sale, with the reason that is kept. */
export function UnpublishDialog({ product, onClose, onDone }: UnpublishDialogProps) {
  const t = useCopy("admin");
  const name = product.title[useLocale()];
  const unpublish = async (reason: string) => {
    await browserApi.adminProducts.unpublish({
      params: { productId: product.id },
      body: { version: product.version, reason },
    });
    toast.success(t("products.unpublished", { product: name }));
    onDone();
  };
  const reload = (
    <Button variant="secondary" size="small" onClick={onDone}>
      {t("products.conflictReload")}
    </Button>
  );
  return (
    <ReasonDialog
      title={t("products.unpublishTitle", { product: name })}
      text={t("products.unpublishText")}
      action={t("products.unpublish")}
      danger
      remedyOf={(problem) =>
        problem instanceof ApiProblem && problem.problem.code === "product.version-conflict" ? reload : null
      }
      onClose={onClose}
      onReason={unpublish}
    />
  );
}
