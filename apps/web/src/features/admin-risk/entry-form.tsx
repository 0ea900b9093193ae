"use client";

import type { RiskAssessment, RiskListEntry } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import { Button } from "@smplat/ui/button";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { type FormEvent, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy } from "#i18n/copy.tsx";

interface EntryFormProps {
  assessment: RiskAssessment | null;
  onDone: () => void;
  onBack: () => void;
}

type Kind = RiskListEntry["kind"];
type List = RiskListEntry["list"];
const kinds: readonly Kind[] = ["email", "card", "network"];
const lists: readonly List[] = ["block", "allow"];
/** Days an entry may live; 0 stands for: until somebody takes it out. */
const lives = ["1", "30", "180", "0"] as const;

export function EntryForm({ assessment, onDone, onBack }: EntryFormProps) {
  const t = useCopy("admin-risk");
  const { submit, working, problem, missing } = useEntry(assessment, onDone);
  const labelOf = (kind: Kind) => {
    const value = assessment === null ? null : knownValueOf(assessment, kind);
    return value === null ? t(`kind.${kind}`) : t("listing.named", { kind: t(`kind.${kind}`), value });
  };
  const refusedValue = problem instanceof ApiProblem && problem.problem.code === "risk.entry-invalid";
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <SelectField
        name="list"
        label={t("listing.list")}
        options={lists.map((list) => ({ value: list, label: t(`list.${list}`) }))}
      />
      <SelectField
        name="kind"
        label={t("listing.kind")}
        options={(assessment?.listable ?? kinds).map((kind) => ({ value: kind, label: labelOf(kind) }))}
      />
      {assessment === null ? (
        <TextField
          name="value"
          label={t("listing.value")}
          hint={t("listing.valueHint")}
          error={refusedValue ? t("listing.valueWrong") : missing.value ? t("listing.valueRequired") : undefined}
        />
      ) : null}
      <SelectField
        name="days"
        label={t("listing.days")}
        defaultValue="30"
        options={lives.map((days) => ({ value: days, label: t(`listing.lives.${days}`) }))}
      />
      <TextField
        name="note"
        label={t("reason")}
        hint={t("reasonHint")}
        maxLength={500}
        error={missing.note ? t("reasonRequired") : undefined}
      />
      {problem === null || refusedValue ? null : <ProblemNotice error={problem} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="secondary" onClick={onBack}>
          {t("back")}
        </Button>
        <Button type="submit" loadingLabel={working ? t("working") : undefined}>
          {t("listing.add")}
        </Button>
      </div>
    </form>
  );
}

/** What would go on the list, as far as it is known in the clear; of a card only its digest is kept. */
function knownValueOf({ order, refusal, network }: RiskAssessment, kind: Kind): string | null {
  if (kind === "network") return network;
  return kind === "email" ? (order?.buyer.email ?? refusal?.email ?? null) : null;
}

function useEntry(assessment: RiskAssessment | null, onDone: () => void) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [missing, setMissing] = useState({ value: false, note: false });
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? "").trim();
    const [value, note, lives] = [read("value"), read("note"), Number(read("days"))];
    const lacks = { value: assessment === null && value === "", note: note === "" };
    setMissing(lacks);
    if (lacks.value || lacks.note) return;
    setWorking(true);
    setProblem(null);
    try {
      await browserApi.adminRisk.addEntry({
        body: {
          list: read("list") as List,
          kind: read("kind") as Kind,
          note,
          ...(assessment === null ? { value } : { assessmentId: assessment.id }),
          ...(lives === 0 ? {} : { days: lives }),
        },
      });
      onDone();
    } catch (error) {
      setProblem(error);
    } finally {
      setWorking(false);
    }
  };
  return { submit, working, problem, missing };
}
