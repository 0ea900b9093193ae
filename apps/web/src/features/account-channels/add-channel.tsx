"use client";

import type { Channel } from "@smplat/contracts";
import { type Platform, platforms } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { Card } from "@smplat/ui/card";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { type FormEvent, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ChannelAnswer } from "#components/channel-answer.tsx";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useChannelLookup } from "#components/use-channel-lookup.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { isPlatform } from "#shop-context/platform-context.ts";

const ignore = () => undefined;

/** Looks a channel up while it is typed, and puts it on the list. */
export function AddChannel({ onAdded }: { onAdded: (channel: Channel) => void }) {
  const t = useCopy("channels");
  const shell = useCopy("shell");
  const [platform, setPlatform] = useState<Platform>("youtube");
  const [typed, setTyped] = useState("");
  const { lookup, retry } = useChannelLookup(platform, typed, ignore);
  const { keep, working, problem } = useKeep((channel) => {
    setTyped("");
    onAdded(channel);
  });
  const found = lookup.answer?.account ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (found !== null) void keep(platform, found.handle);
  };
  return (
    <Card as="section" aria-labelledby="add-channel" tint={platform}>
      <form onSubmit={submit} className="grid gap-4" noValidate>
        <h2 id="add-channel" className="text-lg">
          {t("add.title")}
        </h2>
        <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)] sm:items-start">
          <SelectField
            label={t("add.platform")}
            value={platform}
            onChange={({ target }) => isPlatform(target.value) && setPlatform(target.value)}
            options={platforms.map((value) => ({ value, label: shell(`platforms.${value}`) }))}
          />
          <TextField
            label={t("add.label")}
            hint={t("add.hint")}
            value={typed}
            maxLength={300}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <div aria-live="polite">
          <ChannelAnswer channel={lookup} onRetry={retry} />
        </div>
        {problem === null ? null : <ProblemNotice error={problem} />}
        <Button
          type="submit"
          className="justify-self-start"
          disabled={found === null}
          loadingLabel={working ? t("add.adding") : undefined}
        >
          {t("add.submit")}
        </Button>
      </form>
    </Card>
  );
}

function useKeep(onKept: (channel: Channel) => void) {
  const locale = useLocale();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const keep = async (platform: Platform, handle: string) => {
    setWorking(true);
    setProblem(null);
    try {
      const { channel } = await browserApi.channels.keep({ query: { locale }, body: { platform, handle } });
      if (channel !== null) onKept(channel);
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { keep, working, problem };
}
