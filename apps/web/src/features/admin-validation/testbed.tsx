"use client";

import type { ChannelDiagnosis } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { type Platform, platforms } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { Card } from "@smplat/ui/card";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { type FormEvent, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { Diagnosis } from "./diagnosis.tsx";

/** One look at any channel, as a shopper's validation would take it; nothing is stored. */
export function Testbed() {
  const t = useCopy("admin-validation");
  const names = useCopy("shell");
  const { look, found, working, problem, missing } = useLook();
  const refused = problem instanceof ApiProblem && problem.problem.code === "channel.handle-invalid";
  return (
    <section aria-labelledby="testbed" className="grid gap-3">
      <h2 id="testbed" className="text-lg">
        {t("testbed.title")}
      </h2>
      <Card>
        <p className="pb-3 text-sm text-ink-muted">{t("handleHint")}</p>
        <form onSubmit={look} noValidate className="grid items-start gap-3 sm:grid-cols-[12rem_minmax(0,1fr)_auto]">
          <SelectField
            name="platform"
            label={t("platform")}
            options={platforms.map((platform) => ({ value: platform, label: names(`platforms.${platform}`) }))}
            defaultValue="youtube"
          />
          <TextField
            name="handle"
            label={t("handle")}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            error={missing ? t("handleRequired") : refused ? t("handleRefused") : undefined}
          />
          <Button type="submit" className="sm:mt-7" loadingLabel={working ? t("testbed.looking") : undefined}>
            {t("testbed.look")}
          </Button>
        </form>
      </Card>
      {problem === null || refused ? null : <ProblemNotice error={problem} />}
      {found === null ? null : <Diagnosis found={found} />}
    </section>
  );
}

function useLook() {
  const locale = useLocale();
  const [found, setFound] = useState<ChannelDiagnosis | null>(null);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [missing, setMissing] = useState(false);
  const look = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const handle = String(form.get("handle") ?? "").trim();
    setMissing(handle === "");
    if (handle === "") return;
    setWorking(true);
    setProblem(null);
    try {
      const platform = String(form.get("platform")) as Platform;
      setFound(await browserApi.adminMetrics.diagnose({ body: { platform, handle, locale } }));
    } catch (error) {
      setFound(null);
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { look, found, working, problem, missing };
}
