"use client";

import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { useKeys } from "#components/use-keys.ts";
import { useCopy } from "#i18n/copy.tsx";

export type LineCommand = "replay" | "reroute" | "later" | "cancel" | "refill";

export interface LineInput {
  readonly reason?: string;
  /** ISO instant. */
  readonly at?: string;
}

/** Gives a command for a line; `run` tells whether it was done. */
export function useLineCommand(orderId: string, lineId: string) {
  const t = useCopy("support-admin");
  const router = useRouter();
  const keyOf = useKeys();
  const [working, setWorking] = useState<LineCommand | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (command: LineCommand, input: LineInput): Promise<boolean> => {
    setWorking(command);
    setProblem(null);
    try {
      await send(command, { params: { orderId, lineId }, input, idempotencyKey: keyOf([command, input]) });
      toast.success(t(`actions.done.${command}`));
      startTransition(() => router.refresh());
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setWorking(null);
    }
  };
  return { run, working, problem };
}

interface Sent {
  readonly params: { readonly orderId: string; readonly lineId: string };
  readonly input: LineInput;
  readonly idempotencyKey: string;
}

function send(command: LineCommand, { params, input, idempotencyKey }: Sent): Promise<unknown> {
  const keyed = { params, idempotencyKey };
  if (command === "cancel") {
    return browserApi.adminSupport.cancelLine({ ...keyed, body: { reason: input.reason ?? "" } });
  }
  if (command === "refill") return browserApi.adminRefills.request({ ...keyed, body: {} });
  const body = { ...input, ...(command === "reroute" ? { elsewhere: true } : {}) };
  return browserApi.adminSupport.replay({ ...keyed, body });
}
