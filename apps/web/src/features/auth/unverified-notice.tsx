"use client";

import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { useCopy } from "#i18n/copy.tsx";

interface UnverifiedNoticeProps {
  email: string;
  /** Signing in again with the right password sends another mail. */
  onAgain: () => unknown;
  sending: boolean;
}

export function UnverifiedNotice({ email, onAgain, sending }: UnverifiedNoticeProps) {
  const t = useCopy("auth");
  return (
    <Notice
      tone="warning"
      title={t("login.unverifiedTitle")}
      announce="at-once"
      action={
        <Button
          variant="secondary"
          size="small"
          onClick={() => onAgain()}
          loadingLabel={sending ? t("login.resending") : undefined}
        >
          {t("login.unverifiedAgain")}
        </Button>
      }
    >
      {t("login.unverifiedText", { email })}
    </Notice>
  );
}
