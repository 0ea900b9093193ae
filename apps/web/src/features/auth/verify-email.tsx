"use client";

import { buttonClasses } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { Skeleton } from "@smplat/ui/skeleton";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";

type Answer = { readonly kind: "working" } | { readonly kind: "done"; readonly signedIn: boolean } | Failed;
interface Failed {
  readonly kind: "failed";
  readonly error: unknown;
}

/** Confirms the address by itself: opening the mail was the deed. Done in the browser, so that a mail scanner does not do it. */
export function VerifyEmail({ token }: { token: string }) {
  const t = useCopy("auth");
  const href = useHref();
  const answer = useVerification(token);
  const link = (path: string, label: string) => (
    // Loaded anew, because the header does not know yet who this is.
    <a href={href(path)} className={buttonClasses({ size: "small" })}>
      {label}
    </a>
  );
  if (answer.kind === "working") return <Skeleton label={t("verify.working")} />;
  if (answer.kind === "failed") {
    return (
      <div className="grid gap-3">
        <ProblemNotice
          error={answer.error}
          action={
            <Link href={href("/login")} className={buttonClasses({ size: "small", variant: "secondary" })}>
              {t("verify.signIn")}
            </Link>
          }
        />
        <p className="text-sm text-ink-muted">{t("verify.failedHelp")}</p>
      </div>
    );
  }
  return (
    <Notice
      tone="success"
      announce="politely"
      title={t("verify.doneTitle")}
      action={answer.signedIn ? link("/account/orders", t("verify.orders")) : link("/login", t("verify.signIn"))}
    >
      {t("verify.doneText")}
    </Notice>
  );
}

function useVerification(token: string): Answer {
  const [answer, setAnswer] = useState<Answer>({ kind: "working" });
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    browserApi.auth
      .verifyEmail({ body: { token } })
      .then(({ user }) => setAnswer({ kind: "done", signedIn: user !== null }))
      .catch((error: unknown) => setAnswer({ kind: "failed", error }));
  }, [token]);
  return answer;
}
