"use client";

import type { OperatorRefill } from "@smplat/contracts";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { useCopy } from "#i18n/copy.tsx";

/** Approves refills one after the other; the first refusal stops, and those before it stay approved. */
export function useDecisions() {
  const t = useCopy("support-admin");
  const router = useRouter();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const approve = async (refills: readonly OperatorRefill[]) => {
    setWorking(true);
    setProblem(null);
    try {
      for (const { id } of refills) {
        await browserApi.adminRefills.approve({ params: { refillId: id }, idempotencyKey: crypto.randomUUID() });
      }
      toast.success(t("refills.approved"));
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
      startTransition(() => router.refresh());
    }
  };
  return { approve, working, problem };
}
