"use client";

import { buttonClasses } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";

/** Where a platform sends people back to: finishes connecting once, then shows the channel. */
export function CompleteConsent({ state, code }: { state: string | null; code: string | null }) {
  const t = useCopy("channels");
  const locale = useLocale();
  const href = useHref();
  const router = useRouter();
  const [problem, setProblem] = useState<unknown>(null);
  const sent = useRef(false);
  useEffect(() => {
    // What the platform sent is good for one use: a second run of the effect must not spend it again.
    if (sent.current || state === null || code === null) return;
    sent.current = true;
    browserApi.channels
      .completeConsent({ query: { locale }, body: { state, code } })
      .then(({ id }) => router.replace(href("/account/channels", { channel: id })))
      .catch(setProblem);
  }, [state, code, locale, href, router]);
  const back = (
    <Link href={href("/account/channels")} className={buttonClasses({ variant: "secondary", size: "small" })}>
      {t("connection.failed")}
    </Link>
  );
  if (state === null || code === null) {
    return (
      <Notice tone="warning" title={t("connection.deniedTitle")} remedy={t("connection.deniedText")} action={back} />
    );
  }
  if (problem !== null) return <ProblemNotice error={problem} action={back} />;
  return <p role="status">{t("connection.workingTitle")}…</p>;
}
