"use client";

import type { OperatorProduct } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";

interface UnpublishDialogProps {
  product: OperatorProduct;
  onClose: () => void;
  onDone: () => void;
}

const reasonMaxLength = 500;

/** Takes a product off sale, with the reason that is kept. */
export function UnpublishDialog({ product, onClose, onDone }: UnpublishDialogProps) {
  const t = useCopy("admin");
  const name = product.title[useLocale()];
  const [reason, setReason] = useState("");
  const { run, working, missing, problem } = useUnpublish(product, name, onDone);
  const conflict = problem instanceof ApiProblem && problem.problem.code === "product.version-conflict";
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("products.unpublishTitle", { product: name })}
      closeLabel={t("products.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("products.back")}
          </Button>
          <Button
            variant="danger"
            onClick={() => run(reason)}
            loadingLabel={working ? t("products.unpublishing") : undefined}
          >
            {t("products.unpublish")}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p>{t("products.unpublishText")}</p>
        <TextArea
          label={t("products.reason")}
          error={missing ? t("products.reasonRequired") : undefined}
          rows={3}
          maxLength={reasonMaxLength}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {problem === null ? null : (
          <ProblemNotice
            error={problem}
            action={
              conflict ? (
                <Button variant="secondary" size="small" onClick={onDone}>
                  {t("products.conflictReload")}
                </Button>
              ) : undefined
            }
          />
        )}
      </div>
    </Dialog>
  );
}

function useUnpublish(product: OperatorProduct, name: string, onDone: () => void) {
  const t = useCopy("admin");
  const [working, setWorking] = useState(false);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (typed: string) => {
    const reason = typed.trim();
    setMissing(reason === "");
    if (reason === "") return;
    setWorking(true);
    setProblem(null);
    try {
      await browserApi.adminProducts.unpublish({
        params: { productId: product.id },
        body: { version: product.version, reason },
      });
      toast.success(t("products.unpublished", { product: name }));
      onDone();
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { run, working, missing, problem };
}
