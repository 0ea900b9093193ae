"use client";

import type { Channel, OwnershipCheck } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { sourceName } from "#components/source-name.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { CheckAnswer } from "./check-answer.tsx";
import { CodeBox } from "./code-box.tsx";
import { useVerification } from "./use-verification.ts";

interface OwnershipPanelProps {
  channel: Channel;
  wanted: boolean;
  onChange: (channel: Channel) => void;
}

/** Where the channel's ownership stands, and the ways to prove it. */
export function OwnershipPanel({ channel, wanted, onChange }: OwnershipPanelProps) {
  const t = useCopy("channels");
  const shell = useCopy("shell");
  const { methods, state, challenge } = channel.ownership;
  const [open, setOpen] = useState(challenge !== null || (wanted && state !== "proven"));
  const { answer, busy, problem, issue, check, connect } = useVerification(channel, onChange);
  const isOpen = open && challenge !== null;
  const start = () => {
    setOpen(true);
    if (challenge === null) void issue();
  };
  return (
    <div className="grid gap-3 rounded-md bg-surface-sunken p-4">
      <OwnershipText channel={channel} />
      {answer === null ? null : <CheckAnswer answer={answer} onNewCode={issue} busy={busy === "issue"} />}
      {problem === null ? null : <ProblemNotice error={problem} />}
      {isOpen ? (
        <CodeBox challenge={challenge} checking={busy === "check"} onCheck={check} onClose={() => setOpen(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          {methods.includes("bio_code") && !isOver(answer) ? (
            <Button
              variant={state === "proven" ? "secondary" : "primary"}
              size="small"
              onClick={start}
              loadingLabel={busy === "issue" ? t("verify.starting") : undefined}
            >
              {t(state === "unproven" ? "verify.start" : "verify.again")}
            </Button>
          ) : null}
          {methods.includes("oauth") ? (
            <Button
              variant="secondary"
              size="small"
              onClick={connect}
              loadingLabel={
                busy === "connect"
                  ? t("verify.connecting", { platform: shell(`platforms.${channel.platform}`) })
                  : undefined
              }
            >
              {t("verify.connect", { platform: shell(`platforms.${channel.platform}`) })}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

/** After these the answer itself offers a new code. */
const isOver = (answer: OwnershipCheck | null): boolean =>
  answer !== null && (answer.finding === "too_late" || answer.challenge.state === "exhausted");

function OwnershipText({ channel }: { channel: Channel }) {
  const t = useCopy("channels");
  const locale = useLocale();
  const { state, proof, reason, methods } = channel.ownership;
  const day = (instant: string) =>
    new Date(instant).toLocaleDateString(locale, { dateStyle: "long", timeZone: "Europe/Berlin" });
  if (state === "proven" && proof !== null) {
    const words = {
      date: day(proof.observedAt),
      until: day(proof.expiresAt),
      method: t(`ownership.methods.${proof.method}`),
    };
    return (
      <div className="grid gap-1 text-sm">
        <p>{t("ownership.provenText", words)}</p>
        {proof.evidenceHash === null ? null : (
          <p className="text-xs text-ink-muted wrap-anywhere">
            {t("ownership.evidence", { source: sourceName(proof.source), hash: `${proof.evidenceHash.slice(0, 16)}…` })}
          </p>
        )}
      </div>
    );
  }
  const text =
    state === "demoted"
      ? t("ownership.demotedText")
      : state === "stale"
        ? t(reason === "identity_changed" ? "ownership.staleIdentity" : "ownership.staleAge")
        : t("ownership.unprovenText");
  return (
    <div className="grid gap-1 text-sm">
      <p>{text}</p>
      {methods.length === 0 ? <p className="text-ink-muted">{t("ownership.notProvable")}</p> : null}
    </div>
  );
}
