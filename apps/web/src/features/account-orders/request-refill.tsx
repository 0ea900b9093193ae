"use client";

import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { TextArea } from "@smplat/ui/text-area";
import { useRouter } from "next/navigation";
import { startTransition, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useKeys } from "#components/use-keys.ts";
import { useCopy } from "#i18n/copy.tsx";

const noteMaxLength = 500;

/** Asks for what is missing of a line, after saying what happens then. */
export function RequestRefill({ orderId, lineId }: { orderId: string; lineId: string }) {
  const t = useCopy("support");
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const { ask, working, problem } = useRequest(orderId, lineId, () => setOpen(false));
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t("refill.button")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("refill.dialogTitle")}
        closeLabel={t("refill.close")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {t("refill.back")}
            </Button>
            <Button onClick={() => ask(note)} loadingLabel={working ? t("refill.sending") : undefined}>
              {t("refill.send")}
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <p>{t("refill.dialogText")}</p>
          <TextArea
            label={t("refill.note")}
            optionalLabel={t("refill.optional")}
            rows={3}
            maxLength={noteMaxLength}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
          {problem === null ? null : <ProblemNotice error={problem} />}
        </div>
      </Dialog>
    </>
  );
}

function useRequest(orderId: string, lineId: string, onDone: () => void) {
  const router = useRouter();
  const keyOf = useKeys();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = async (typed: string) => {
    const note = typed.trim();
    const body = note === "" ? {} : { note };
    setWorking(true);
    setProblem(null);
    try {
      await browserApi.refills.request({ params: { orderId, lineId }, body, idempotencyKey: keyOf(body) });
      onDone();
      startTransition(() => router.refresh());
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { ask, working, problem };
}
