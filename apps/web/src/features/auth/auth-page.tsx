import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientCopy } from "#i18n/client-copy.tsx";
import { AuthFrame } from "./auth-frame.tsx";
import { ForgotForm } from "./forgot-form.tsx";
import { IncompleteLink } from "./incomplete-link.tsx";
import { ResetForm } from "./reset-form.tsx";
import { SignUpForm } from "./sign-up-form.tsx";
import { VerifyEmail } from "./verify-email.tsx";

function WithCopy({ children }: { children: ReactNode }) {
  return <ClientCopy areas={["auth", "problems"]}>{children}</ClientCopy>;
}

export async function SignUpPage() {
  const t = await getTranslations("auth.signUp");
  return (
    <AuthFrame title={t("title")} lead={t("lead")}>
      <WithCopy>
        <SignUpForm />
      </WithCopy>
    </AuthFrame>
  );
}

export async function ForgotPage() {
  const t = await getTranslations("auth.forgot");
  return (
    <AuthFrame title={t("title")} lead={t("lead")}>
      <WithCopy>
        <ForgotForm />
      </WithCopy>
    </AuthFrame>
  );
}

export async function ResetPage({ token }: { token: string | undefined }) {
  const t = await getTranslations("auth.reset");
  return (
    <AuthFrame title={t("title")} lead={t("lead")}>
      <WithCopy>{token ? <ResetForm token={token} /> : <IncompleteLink />}</WithCopy>
    </AuthFrame>
  );
}

export async function VerifyPage({ token }: { token: string | undefined }) {
  const t = await getTranslations("auth.verify");
  return (
    <AuthFrame title={t("title")}>
      <WithCopy>{token ? <VerifyEmail token={token} /> : <IncompleteLink />}</WithCopy>
    </AuthFrame>
  );
}
