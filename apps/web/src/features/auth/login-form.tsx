"use client";

import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { TextField } from "@smplat/ui/text-field";
import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { browserApi } from "#api/browser-client.ts";
import { emailForm } from "#components/email-form.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { type DemoLogin, DemoLogins } from "./demo-logins.tsx";
import { PasswordField } from "./password-field.tsx";
import { UnverifiedNotice } from "./unverified-notice.tsx";

interface LoginFormProps {
  next: string | null;
  logins: readonly DemoLogin[];
  links: { readonly forgot: string; readonly signUp: string; readonly orders: string };
}

interface Credentials {
  email: string;
  password: string;
}

export function LoginForm({ next, logins, links }: LoginFormProps) {
  const t = useCopy("auth");
  const { form, submit, problem, leaving } = useLogin(next);
  const { errors, isSubmitting } = form.formState;
  const unverified = problem instanceof ApiProblem && problem.problem.code === "auth.email-unverified";
  return (
    <>
      {logins.length === 0 ? null : (
        <DemoLogins
          logins={logins}
          onPick={({ email, password }) => {
            form.reset({ email, password });
            form.setFocus("password");
          }}
        />
      )}
      <form onSubmit={submit} noValidate className="grid gap-4">
        <TextField
          {...form.register("email", {
            required: t("errors.required"),
            pattern: { value: emailForm, message: t("errors.email") },
          })}
          type="email"
          autoComplete="username"
          label={t("fields.email")}
          error={errors.email?.message}
        />
        <PasswordField
          {...form.register("password", { required: t("errors.required") })}
          autoComplete="current-password"
          label={t("fields.password")}
          error={errors.password?.message}
        />
        {unverified ? (
          <UnverifiedNotice email={form.getValues("email")} onAgain={submit} sending={isSubmitting} />
        ) : problem === null ? null : (
          <ProblemNotice error={problem} />
        )}
        <Button type="submit" wide loadingLabel={isSubmitting || leaving ? t("login.sending") : undefined}>
          {t("login.submit")}
        </Button>
      </form>
      <LoginLinks links={links} />
    </>
  );
}

function LoginLinks({ links }: Pick<LoginFormProps, "links">) {
  const t = useCopy("auth");
  const look = "font-semibold text-accent-ink underline-offset-4 hover:underline";
  return (
    <div className="grid gap-1.5 border-t border-line pt-4 text-sm">
      <Link href={links.forgot} className={`${look} tap w-fit`}>
        {t("login.forgot")}
      </Link>
      <p>
        {t("login.noAccount")}{" "}
        <Link href={links.signUp} className={look}>
          {t("login.signUp")}
        </Link>
      </p>
      <p>
        {t("login.guest")}{" "}
        <Link href={links.orders} className={look}>
          {t("login.guestLink")}
        </Link>
      </p>
    </div>
  );
}

/** Signs in and loads the next page anew: everything on it depends on who looks at it. */
function useLogin(next: string | null) {
  const href = useHref();
  const form = useForm<Credentials>({ defaultValues: { email: "", password: "" }, mode: "onTouched" });
  const [problem, setProblem] = useState<unknown>(null);
  const [leaving, setLeaving] = useState(false);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const submit = form.handleSubmit(async ({ email, password }) => {
    setProblem(null);
    try {
      const session = await browserApi.auth.signIn({ body: { email: email.trim(), password } });
      if (!alive.current) return;
      setLeaving(true);
      if (session.awaiting !== null) {
        location.assign(href("/second-factor", next === null ? {} : { next }));
        return;
      }
      const staff = session.role === "operator" || session.role === "admin";
      location.assign(href(next ?? (staff ? "/admin" : "/account/orders")));
    } catch (error) {
      setProblem(error);
    }
  });
  return { form, submit, problem, leaving };
}
