"use client";

import type { Attestation } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Card } from "@smplat/ui/card";
import { DefinitionList } from "@smplat/ui/definition-list";
import { StatusPill } from "@smplat/ui/status-pill";
import { TextField } from "@smplat/ui/text-field";
import { useState } from "react";
import { toast } from "sonner";
import { browserApi } from "#api/browser-client.ts";
import { channelName } from "#components/channel-name.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";

interface OverrideCardProps {
  entry: Attestation;
  isMine: boolean;
  onChanged: () => unknown;
}

/** One entry with its evidence, and what the person who looks may do about it. */
export function OverrideCard({ entry, isMine, onChanged }: OverrideCardProps) {
  const t = useCopy("admin-validation");
  const names = useCopy("shell");
  const locale = useLocale();
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  const time = (at: string) => moment.format(new Date(at));
  return (
    <Card as="li" tint={entry.platform}>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 className="text-base wrap-anywhere">
            {names(`platforms.${entry.platform}`)} · {channelName(entry.handle)}
          </h3>
          <StatusPill tone={entry.state === "live" ? "success" : "warning"}>
            {entry.state === "live" ? t("overrides.live") : t("overrides.proposed")}
          </StatusPill>
        </div>
        <DefinitionList
          items={[
            { term: t("diagnosis.followers"), value: new Intl.NumberFormat(locale).format(entry.followers) },
            { term: t("overrides.observed"), value: time(entry.observedAt) },
            { term: t("overrides.expires"), value: time(entry.expiresAt) },
            { term: t("overrides.evidence"), value: <Evidence entry={entry} /> },
            { term: t("overrides.reason"), value: entry.reason },
          ]}
        />
        {entry.state === "live" ? (
          <Revocation entry={entry} onChanged={onChanged} />
        ) : (
          <Decision entry={entry} isMine={isMine} onChanged={onChanged} />
        )}
      </div>
    </Card>
  );
}

function Evidence({ entry }: { entry: Attestation }) {
  if (entry.evidenceUrl === null) return entry.evidenceText;
  return (
    <>
      {entry.evidenceText}{" "}
      <a href={entry.evidenceUrl} rel="noreferrer" className="underline underline-offset-4">
        {entry.evidenceUrl}
      </a>
    </>
  );
}

function Decision({ entry, isMine, onChanged }: OverrideCardProps) {
  const t = useCopy("admin-validation");
  const { run, working, problem } = useStep(onChanged);
  const params = { attestationId: entry.id };
  const decide = (decision: "confirm" | "decline") =>
    run(
      () => browserApi.adminMetrics.decideAttestation({ params, body: { decision } }),
      decision === "confirm" ? t("overrides.confirmed") : t("overrides.declined"),
    );
  return (
    <div className="grid gap-2">
      {problem === null ? null : <ProblemNotice error={problem} />}
      {isMine ? <p className="text-sm text-ink-muted">{t("overrides.own")}</p> : null}
      <div className="flex flex-wrap gap-2">
        {isMine ? null : (
          <Button size="small" onClick={() => decide("confirm")} loadingLabel={working ? t("working") : undefined}>
            {t("overrides.confirm")}
          </Button>
        )}
        {isMine ? null : (
          <Button size="small" variant="secondary" onClick={() => decide("decline")}>
            {t("overrides.decline")}
          </Button>
        )}
      </div>
    </div>
  );
}

function Revocation({ entry, onChanged }: Pick<OverrideCardProps, "entry" | "onChanged">) {
  const t = useCopy("admin-validation");
  const { run, working, problem } = useStep(onChanged);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const revoke = () => {
    const body = { reason: reason.trim() };
    setMissing(body.reason.length < 3);
    if (body.reason.length < 3) return;
    const params = { attestationId: entry.id };
    run(() => browserApi.adminMetrics.revokeAttestation({ params, body }), t("overrides.revoked"));
  };
  return (
    <div className="grid gap-2">
      {problem === null ? null : <ProblemNotice error={problem} />}
      <TextField
        label={t("overrides.revokeReason")}
        value={reason}
        maxLength={500}
        error={missing ? t("overrides.reasonRequired") : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <div>
        <Button size="small" variant="danger" onClick={revoke} loadingLabel={working ? t("working") : undefined}>
          {t("overrides.revoke")}
        </Button>
      </div>
    </div>
  );
}

function useStep(onChanged: () => unknown) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async (step: () => Promise<unknown>, done: string) => {
    setWorking(true);
    setProblem(null);
    try {
      await step();
      toast.success(done);
      await onChanged();
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { run, working, problem };
}
