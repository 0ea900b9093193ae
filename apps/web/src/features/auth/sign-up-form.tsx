"use client";

import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { TextField } from "@smplat/ui/text-field";
import Link from "next/link";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { browserApi } from "#api/browser-client.ts";
import { emailForm } from "#components/email-form.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { PasswordField } from "./password-field.tsx";
import { passwordMinLength } from "./password-length.ts";

export function SignUpForm() {
  const t = useCopy("auth");
  const href = useHref();
  const locale = useLocale();
  const form = useForm({ defaultValues: { name: "", email: "", password: "" }, mode: "onTouched" });
  const { errors, isSubmitting } = form.formState;
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = form.handleSubmit(async ({ name, email, password }) => {
    setProblem(null);
    try {
      await browserApi.auth.signUp({ body: { name: name.trim(), email: email.trim(), password, locale } });
      setSentTo(email.trim());
    } catch (error) {
      setProblem(error);
    }
  });
  if (sentTo !== null) return <CheckYourMail email={sentTo} onBack={() => setSentTo(null)} />;
  const required = t("errors.required");
  return (
    <>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextField
          {...form.register("name", { required, maxLength: 120 })}
          autoComplete="name"
          maxLength={120}
          label={t("fields.name")}
          error={errors.name?.message}
        />
        <TextField
          {...form.register("email", { required, pattern: { value: emailForm, message: t("errors.email") } })}
          type="email"
          autoComplete="username"
          label={t("fields.email")}
          error={errors.email?.message}
        />
        <PasswordField
          {...form.register("password", {
            required,
            minLength: { value: passwordMinLength, message: t("errors.password") },
          })}
          autoComplete="new-password"
          label={t("fields.password")}
          hint={t("fields.passwordHint")}
          error={errors.password?.message}
        />
        {problem === null ? null : <ProblemNotice error={problem} />}
        <Button type="submit" wide loadingLabel={isSubmitting ? t("signUp.sending") : undefined}>
          {t("signUp.submit")}
        </Button>
      </form>
      <p className="border-t border-line pt-4 text-sm">
        {t("signUp.haveAccount")}{" "}
        <Link href={href("/login")} className="font-semibold text-accent-ink underline-offset-4 hover:underline">
          {t("signUp.signIn")}
        </Link>
      </p>
    </>
  );
}

function CheckYourMail({ email, onBack }: { email: string; onBack: () => void }) {
  const t = useCopy("auth");
  return (
    <Notice
      tone="success"
      title={t("signUp.sentTitle")}
      announce="politely"
      remedy={t("signUp.sentSpam")}
      action={
        <Button variant="secondary" size="small" onClick={onBack}>
          {t("signUp.again")}
        </Button>
      }
    >
      {t("signUp.sentText", { email })}
    </Notice>
  );
}
