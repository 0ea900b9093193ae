"use client";

import type { OwnershipCheck } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { useCopy } from "#i18n/copy.tsx";

interface CheckAnswerProps {
  answer: OwnershipCheck;
  busy: boolean;
  onNewCode: () => void;
}

/** What a look at the channel brought, with the remedy of each way it can fail. */
export function CheckAnswer({ answer, busy, onNewCode }: CheckAnswerProps) {
  const t = useCopy("channels");
  const { finding, failure, challenge } = answer;
  if (finding === "proven") {
    return (
      <Notice tone="success" title={t("verify.provenTitle")} announce="politely">
        {t("verify.provenText")}
      </Notice>
    );
  }
  const newCode = (
    <Button size="small" onClick={onNewCode} loadingLabel={busy ? t("verify.starting") : undefined}>
      {t("verify.newCode")}
    </Button>
  );
  if (finding === "identity_changed") {
    return (
      <Notice
        tone="critical"
        title={t("verify.identityTitle")}
        remedy={t("verify.identityRemedy")}
        announce="at-once"
      />
    );
  }
  if (finding === "too_late") {
    return (
      <Notice
        tone="warning"
        title={t("verify.lateTitle")}
        remedy={t("verify.lateRemedy")}
        action={newCode}
        announce="at-once"
      />
    );
  }
  if (challenge.state === "exhausted") {
    return (
      <Notice
        tone="warning"
        title={t("verify.exhaustedTitle")}
        remedy={t("verify.exhaustedRemedy")}
        action={newCode}
        announce="at-once"
      />
    );
  }
  if (failure !== null) {
    return <Notice tone="warning" title={failure.title} remedy={failure.remedy} announce="at-once" />;
  }
  return (
    <Notice tone="warning" title={t("verify.missingTitle")} remedy={t("verify.missingRemedy")} announce="at-once" />
  );
}
