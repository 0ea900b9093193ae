"use client";

import type { Channel, OwnershipCheck } from "@smplat/contracts";
import { useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useLocale } from "#i18n/copy.tsx";

type Step = "issue" | "check" | "connect";

/** Codes and consent trips of one channel. */
export function useVerification(channel: Channel, onChange: (channel: Channel) => void) {
  const locale = useLocale();
  const [busy, setBusy] = useState<Step | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [answer, setAnswer] = useState<OwnershipCheck | null>(null);
  const params = { accountId: channel.id };
  const run = async (step: Step, work: () => Promise<void>) => {
    setBusy(step);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(null);
    }
  };
  const withChallenge = (challenge: Channel["ownership"]["challenge"]) =>
    onChange({ ...channel, ownership: { ...channel.ownership, challenge } });
  return {
    busy,
    problem,
    answer,
    issue: () =>
      run("issue", async () => {
        setAnswer(null);
        withChallenge(await browserApi.channels.issueChallenge({ params }));
      }),
    check: () =>
      run("check", async () => {
        const challengeId = channel.ownership.challenge?.id ?? "";
        const result = await browserApi.channels.checkChallenge({
          params: { ...params, challengeId },
          query: { locale },
        });
        setAnswer(result);
        onChange({ ...channel, ownership: result.ownership });
      }),
    connect: () =>
      run("connect", async () => {
        const { authorizeUrl } = await browserApi.channels.beginConsent({ params });
        window.location.assign(authorizeUrl);
      }),
  };
}
