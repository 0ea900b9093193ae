"use client";

import Link from "next/link";
import { browserApi } from "#api/browser-client.ts";
import { EmailRequest } from "#components/email-request.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";

export function ForgotForm() {
  const t = useCopy("auth");
  const href = useHref();
  return (
    <>
      <EmailRequest
        send={(email) => browserApi.auth.requestPasswordReset({ body: { email } })}
        words={{
          email: t("fields.email"),
          submit: t("forgot.submit"),
          sending: t("forgot.sending"),
          required: t("errors.required"),
          invalid: t("errors.email"),
          sentTitle: t("forgot.sentTitle"),
          sentText: (email) => t("forgot.sentText", { email }),
        }}
      />
      <p className="border-t border-line pt-4 text-sm">
        <Link href={href("/login")} className="font-semibold text-accent-ink underline-offset-4 hover:underline">
          {t("forgot.back")}
        </Link>
      </p>
    </>
  );
}
