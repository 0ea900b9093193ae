"use client";

import type { OwnershipChallenge } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Disclosure } from "@smplat/ui/disclosure";
import { useState } from "react";
import { useNow } from "#components/use-now.ts";
import { useCopy } from "#i18n/copy.tsx";

interface CodeBoxProps {
  challenge: OwnershipChallenge;
  checking: boolean;
  onCheck: () => void;
  onClose: () => void;
}

/** The code, where to put it, and the button that looks for it; the wait between two looks is counted down. */
export function CodeBox({ challenge, checking, onCheck, onClose }: CodeBoxProps) {
  const t = useCopy("channels");
  const now = useNow(Date.parse(challenge.nextCheckAt), 1_000);
  const waitS = Math.max(0, Math.ceil((Date.parse(challenge.nextCheckAt) - now) / 1_000));
  const minutes = Math.max(0, Math.ceil((Date.parse(challenge.expiresAt) - now) / 60_000));
  return (
    <div className="grid gap-3">
      <p className="font-semibold">{t("verify.title")}</p>
      <p className="text-sm text-ink-muted">{t("verify.text")}</p>
      <CopyText label={t("verify.code")} text={challenge.code} large />
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={onCheck} disabled={waitS > 0} loadingLabel={checking ? t("verify.checking") : undefined}>
          {t("verify.check")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t("verify.cancel")}
        </Button>
      </div>
      <p className="figures text-sm text-ink-muted">
        {waitS > 0 ? `${t("verify.waiting", { seconds: waitS })} ` : null}
        {t("verify.left", { count: challenge.checksLeft, minutes })}
      </p>
      <Disclosure summary={t("verify.other")}>
        <div className="grid gap-3 text-sm">
          <p>{t("verify.link")}</p>
          <CopyText label={t("verify.link")} text={challenge.pageUrl} />
          {challenge.domainFileUrl === null ? null : (
            <>
              <p>{t("verify.domain")}</p>
              <CopyText label={t("verify.domain")} text={challenge.domainFileUrl} />
            </>
          )}
        </div>
      </Disclosure>
    </div>
  );
}

function CopyText({ label, text, large = false }: { label: string; text: string; large?: boolean }) {
  const t = useCopy("channels");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Without the right to the clipboard the text is selected by hand.
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="sr-only">{label}</span>
      <code
        className={`figures min-w-0 rounded-sm border border-line bg-surface px-3 py-2 font-semibold select-all wrap-anywhere ${large ? "text-lg tracking-wide" : "text-sm"}`}
      >
        {text}
      </code>
      <Button variant="secondary" size="small" onClick={copy}>
        {t(copied ? "verify.copied" : "verify.copy")}
      </Button>
    </div>
  );
}
