"use client";

import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { TextField } from "@smplat/ui/text-field";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { emailForm } from "./email-form.ts";
import { ProblemNotice } from "./problem-notice.tsx";

interface EmailRequestProps {
  send: (email: string) => Promise<unknown>;
  words: {
    readonly email: string;
    readonly submit: string;
    readonly sending: string;
    readonly required: string;
    readonly invalid: string;
    readonly sentTitle: string;
    readonly sentText: (email: string) => string;
  };
}

/** Asks for a mail to an address. The answer is the same whether or not anybody is known by it. Needs the `problems` texts. */
export function EmailRequest({ send, words }: EmailRequestProps) {
  const form = useForm({ defaultValues: { email: "" }, mode: "onTouched" });
  const { errors, isSubmitting } = form.formState;
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const submit = form.handleSubmit(async ({ email }) => {
    setProblem(null);
    setSentTo(null);
    try {
      await send(email.trim());
      setSentTo(email.trim());
    } catch (error) {
      setProblem(error);
    }
  });
  return (
    <form onSubmit={submit} noValidate className="grid max-w-form gap-4">
      <TextField
        {...form.register("email", {
          required: words.required,
          pattern: { value: emailForm, message: words.invalid },
        })}
        type="email"
        autoComplete="email"
        label={words.email}
        error={errors.email?.message}
      />
      {problem === null ? null : <ProblemNotice error={problem} />}
      {sentTo === null ? null : (
        <Notice tone="success" title={words.sentTitle} announce="politely">
          {words.sentText(sentTo)}
        </Notice>
      )}
      <Button type="submit" className="justify-self-start" loadingLabel={isSubmitting ? words.sending : undefined}>
        {words.submit}
      </Button>
    </form>
  );
}
