"use client";

import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { CodeField } from "./code-field.tsx";

/** Asks for the code that lets this session pass, then loads the page it was for. */
export function SecondFactorForm({ href }: { href: string }) {
  const t = useCopy("auth");
  const form = useForm({ defaultValues: { code: "" } });
  const { errors, isSubmitting } = form.formState;
  const [problem, setProblem] = useState<unknown>(null);
  const [leaving, setLeaving] = useState(false);
  const submit = form.handleSubmit(async ({ code }) => {
    setProblem(null);
    try {
      await browserApi.auth.passSecondFactor({ body: { code } });
      setLeaving(true);
      location.assign(href);
    } catch (error) {
      setProblem(error);
      form.setFocus("code", { shouldSelect: true });
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <CodeField
        {...form.register("code", { required: t("errors.required") })}
        label={t("secondFactor.code")}
        hint={t("secondFactor.codeHint")}
        error={errors.code?.message}
      />
      {problem === null ? null : <ProblemNotice error={problem} />}
      <Button type="submit" wide loadingLabel={isSubmitting || leaving ? t("secondFactor.sending") : undefined}>
        {t("secondFactor.submit")}
      </Button>
      <p className="text-sm text-ink-muted">{t("secondFactor.lost")}</p>
    </form>
  );
}
