"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Button, buttonClasses } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import Link from "next/link";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { PasswordField } from "./password-field.tsx";
import { passwordMinLength } from "./password-length.ts";

export function ResetForm({ token }: { token: string }) {
  const t = useCopy("auth");
  const href = useHref();
  const form = useForm({ defaultValues: { password: "" }, mode: "onTouched" });
  const { errors, isSubmitting } = form.formState;
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = form.handleSubmit(async ({ password }) => {
    setProblem(null);
    try {
      await browserApi.auth.resetPassword({ body: { token, password } });
      setDone(true);
    } catch (error) {
      setProblem(error);
    }
  });
  const linkTo = (path: string, label: string) => (
    <Link href={href(path)} className={buttonClasses({ size: "small", variant: "secondary" })}>
      {label}
    </Link>
  );
  if (done) {
    return (
      <Notice
        tone="success"
        announce="politely"
        title={t("reset.doneTitle")}
        action={linkTo("/login", t("signUp.signIn"))}
      >
        {t("reset.doneText")}
      </Notice>
    );
  }
  const expired = problem instanceof ApiProblem && problem.problem.code === "auth.token-expired";
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <PasswordField
        {...form.register("password", {
          required: t("errors.required"),
          minLength: { value: passwordMinLength, message: t("errors.password") },
        })}
        autoComplete="new-password"
        label={t("fields.newPassword")}
        hint={t("fields.passwordHint")}
        error={errors.password?.message}
      />
      {problem === null ? null : (
        <ProblemNotice error={problem} action={expired ? linkTo("/forgot-password", t("reset.again")) : undefined} />
      )}
      <Button type="submit" wide loadingLabel={isSubmitting ? t("reset.sending") : undefined}>
        {t("reset.submit")}
      </Button>
    </form>
  );
}
