"use client";

import { Button, buttonClasses } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { useState } from "react";
import { useCopy } from "#i18n/copy.tsx";

/** Shown once, right after they were made. */
export function RecoveryCodes({ codes, href }: { codes: readonly string[]; href: string }) {
  const t = useCopy("auth");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    setCopied(true);
  };
  return (
    <div className="grid gap-4">
      <Notice tone="success" announce="politely" title={t("secondFactor.codesTitle")}>
        {t("secondFactor.codesText")}
      </Notice>
      <ul className="grid gap-1 rounded-md border border-line bg-surface-sunken p-4 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button variant="secondary" onClick={copy}>
          {copied ? t("secondFactor.copied") : t("secondFactor.copy")}
        </Button>
        {/* The page behind it draws anew for who has passed, so the whole document is loaded. */}
        <a href={href} className={buttonClasses()}>
          {t("secondFactor.goOn")}
        </a>
      </div>
    </div>
  );
}
