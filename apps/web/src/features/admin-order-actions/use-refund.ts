"use client";

import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { useKeys } from "#components/use-keys.ts";
import { useCopy } from "#i18n/copy.tsx";

interface RefundBody {
  readonly lines: { readonly lineId: string; readonly amountMinor: number }[];
  readonly reason: string;
}

/** Sends a refund. Null says that something is missing: then nothing is sent, and the form shows what. */
export function useRefund(orderId: string, onDone: () => void) {
  const t = useCopy("support-admin");
  const router = useRouter();
  const keyOf = useKeys();
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const send = async (body: RefundBody | null) => {
    setTried(true);
    setProblem(null);
    if (body === null) return;
    setWorking(true);
    try {
      await browserApi.adminSupport.refund({ params: { orderId }, body, idempotencyKey: keyOf(body) });
      toast.success(t("actions.done.refund"));
      onDone();
      startTransition(() => router.refresh());
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { send, working, problem, tried };
}
