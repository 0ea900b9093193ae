"use client";

import { browserApi } from "#api/browser-client.ts";
import { EmailRequest } from "#components/email-request.tsx";
import { useCopy } from "#i18n/copy.tsx";

/** Sends a link to the orders of an address. */
export function AccessForm() {
  const t = useCopy("account");
  return (
    <EmailRequest
      send={(email) => browserApi.orders.requestAccess({ body: { email } })}
      words={{
        email: t("access.email"),
        submit: t("access.submit"),
        sending: t("access.sending"),
        required: t("access.required"),
        invalid: t("access.invalid"),
        sentTitle: t("access.sentTitle"),
        sentText: (email) => t("access.sentText", { email }),
      }}
    />
  );
}
