"use client";

import type { Profile } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import type { SelectOption } from "@smplat/ui/select-field";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { AddressFields } from "./address-fields.tsx";
import { PersonFields } from "./person-fields.tsx";
import { changesOf, type ProfileValues, valuesOf } from "./profile-values.ts";

export function ProfileForm({ profile, countries }: { profile: Profile; countries: readonly SelectOption[] }) {
  const t = useCopy("account");
  const { form, submit, problem, saved } = useProfile(profile);
  const { isSubmitting, isDirty } = form.formState;
  return (
    <form onSubmit={submit} noValidate className="grid max-w-prose gap-8">
      <PersonFields form={form} email={profile.email} />
      <AddressFields form={form} countries={countries} />
      {problem === null ? null : <ProblemNotice error={problem} />}
      {saved && !isDirty ? <Notice tone="success" title={t("profile.saved")} announce="politely" /> : null}
      <Button
        type="submit"
        className="justify-self-start"
        loadingLabel={isSubmitting ? t("profile.saving") : undefined}
      >
        {t("profile.save")}
      </Button>
    </form>
  );
}

function useProfile(profile: Profile) {
  const form = useForm<ProfileValues>({ defaultValues: valuesOf(profile), mode: "onTouched" });
  const [problem, setProblem] = useState<unknown>(null);
  const [saved, setSaved] = useState(false);
  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    try {
      form.reset(valuesOf(await browserApi.accounts.updateProfile({ body: changesOf(values) })));
      setSaved(true);
    } catch (error) {
      setProblem(error);
      for (const { name, message } of refusedFields(error)) form.setError(name, { message }, { shouldFocus: true });
    }
  });
  return { form, submit, problem, saved };
}

/** The fields a refusal names, by the form's own names. */
function refusedFields(error: unknown): { name: keyof ProfileValues; message: string }[] {
  if (!(error instanceof ApiProblem)) return [];
  const names = ["name", "locale", "currency", "company", "taxId", "line1", "line2", "postalCode", "city", "country"];
  return (error.problem.fields ?? []).flatMap(({ path, message }) => {
    const name = names.find((known) => known === path.split(".").at(-1));
    return name === undefined ? [] : [{ name: name as keyof ProfileValues, message }];
  });
}
