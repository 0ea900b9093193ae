"use client";

import type { Channel } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Dialog } from "@smplat/ui/dialog";
import { useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { channelName } from "#components/channel-name.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

/** Lets go of a channel, after asking once. */
export function DisconnectChannel({ channel, onGone }: { channel: Channel; onGone: (id: string) => void }) {
  const t = useCopy("channels");
  const [open, setOpen] = useState(false);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const name = channelName(channel.handle);
  const disconnect = async () => {
    setWorking(true);
    setProblem(null);
    try {
      await browserApi.channels.disconnect({ params: { accountId: channel.id } });
      onGone(channel.id);
    } catch (error) {
      setProblem(error);
      setWorking(false);
    }
  };
  return (
    <>
      <Button variant="quiet" size="small" className="-ms-3" onClick={() => setOpen(true)}>
        {t("disconnect.button")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("disconnect.title", { channel: name })}
        closeLabel={t("disconnect.close")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              {t("disconnect.keep")}
            </Button>
            <Button variant="danger" onClick={disconnect} loadingLabel={working ? t("disconnect.working") : undefined}>
              {t("disconnect.confirm")}
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <p>{t("disconnect.text")}</p>
          {problem === null ? null : <ProblemNotice error={problem} />}
        </div>
      </Dialog>
    </>
  );
}
