"use client";

import type { Finding, Verification } from "@smplat/receipt-verifier";
import { Notice } from "@smplat/ui/notice";
import { useEffect, useRef } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { SignedProofCard } from "./signed-proof-card.tsx";

/** The answer: what was verified, or everything that is wrong. Takes the focus, so that it is read out and in sight. */
export function VerifyResult({ result }: { result: Verification }) {
  const t = useCopy("verify");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (result !== undefined) place.current?.focus();
  }, [result]);
  const receipts = result.file?.receipts ?? [];
  const number = receipts[0]?.document.order.number ?? "";
  return (
    <div ref={place} tabIndex={-1} className="grid gap-4 outline-none">
      {result.verified ? (
        <>
          <Notice tone="success" announce="politely" title={t("right.title")}>
            {receipts.length === 1
              ? t("right.textOne", { number })
              : t("right.text", { number, count: receipts.length })}
          </Notice>
          {receipts.map((receipt) => (
            <SignedProofCard key={receipt.statement.digest} receipt={receipt} />
          ))}
        </>
      ) : (
        <Notice tone="critical" announce="at-once" title={t("wrong.title")} remedy={t("wrong.notShown")}>
          <p>{t("wrong.text")}</p>
          <ul className="mt-2 grid list-disc gap-1 ps-5">
            {result.findings.map((finding) => (
              <FindingItem key={JSON.stringify(finding)} finding={finding} />
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

function FindingItem({ finding: { code, receipt, path = "", detail = "" } }: { finding: Finding }) {
  const t = useCopy("verify");
  return (
    <li className="wrap-anywhere">
      {receipt === undefined ? null : (
        <span className="font-semibold">{t("wrong.receipt", { number: receipt })}: </span>
      )}
      {t(`findings.${code}`, { path, detail })}
    </li>
  );
}
