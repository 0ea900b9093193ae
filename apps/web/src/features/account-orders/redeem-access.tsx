"use client";

import { Skeleton } from "@smplat/ui/skeleton";
import { useEffect, useRef, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { AccessForm } from "./access-form.tsx";

/**
 * Exchanges the token of an order e-mail for a guest session, then opens the order under a clean address: a token that
 * stays in the address would end up in the history and in shared links.
 */
export function RedeemAccess({ token, orderId }: { token: string; orderId: string | null }) {
  const t = useCopy("account");
  const href = useHref();
  const sent = useRef(false);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    browserApi.orders
      .redeemAccess({ body: { token } })
      .then((answer) => {
        const id = answer.orderId ?? orderId;
        location.replace(href(id === null ? "/account/orders" : `/account/orders/${id}`));
      })
      .catch((error: unknown) => {
        setProblem(error);
        history.replaceState(null, "", location.pathname);
      });
  }, [token, orderId, href]);
  if (problem === null) return <Skeleton label={t("redeem.working")} count={5} />;
  return (
    <div className="grid gap-4">
      <ProblemNotice error={problem} />
      <p className="text-ink-muted">{t("redeem.failedText")}</p>
      <AccessForm />
    </div>
  );
}
