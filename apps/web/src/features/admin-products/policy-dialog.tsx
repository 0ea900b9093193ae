"use client";

import type { OperatorProduct } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { Skeleton } from "@smplat/ui/skeleton";
import { useState } from "react";
import { toast } from "sonner";
import useSWR from "swr";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { PolicyVerdict } from "./policy-verdict.tsx";

interface PolicyDialogProps {
  product: OperatorProduct;
  /** Whether it is about putting the product on sale; otherwise only about looking. */
  publish: boolean;
  onClose: () => void;
  /** Something changed, or turned out to have changed: read the list anew. */
  onDone: () => void;
}

/** What the policy says of a product as it stands, and the button that publishes it. */
export function PolicyDialog({ product, publish, onClose, onDone }: PolicyDialogProps) {
  const t = useCopy("admin");
  const name = product.title[useLocale()];
  const check = useSWR(["policy", product.id, product.version], () =>
    browserApi.adminProducts.checkPolicy({ params: { productId: product.id } }),
  );
  const { run, working, problem } = usePublish(product, name, onDone);
  const conflict = problem instanceof ApiProblem && problem.problem.code === "product.version-conflict";
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("products.decisionTitle", { product: name })}
      closeLabel={t("products.close")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {publish ? t("products.back") : t("products.close")}
          </Button>
          {publish && check.data?.outcome !== "refused" ? (
            <Button onClick={run} loadingLabel={working ? t("products.publishing") : undefined}>
              {t("products.publish")}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid gap-3">
        {check.data === undefined ? null : <PolicyVerdict policy={check.data} />}
        {check.error === undefined ? null : <ProblemNotice error={check.error} />}
        {check.isLoading ? <Skeleton label={t("products.checking")} /> : null}
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

function usePublish(product: OperatorProduct, name: string, onDone: () => void) {
  const t = useCopy("admin");
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async () => {
    setWorking(true);
    setProblem(null);
    try {
      await browserApi.adminProducts.publish({
        params: { productId: product.id },
        body: { version: product.version },
      });
      toast.success(t("products.published", { product: name }));
      onDone();
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { run, working, problem };
}
