"use client";

import type { Channel } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { SelectField } from "@smplat/ui/select-field";
import { TextField } from "@smplat/ui/text-field";
import { type FormEvent, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";

const metrics = ["followers", "posts", "views"] as const;
type Metric = (typeof metrics)[number];

interface GoalFormProps {
  channel: Channel;
  onSaved: (channel: Channel) => void;
  onClose: () => void;
}

/** Sets a goal for one number. */
export function GoalForm({ channel, onSaved, onClose }: GoalFormProps) {
  const t = useCopy("channels");
  const { values, change, faults, saving, problem, submit } = useGoal(channel, onSaved);
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      <div className="grid gap-3 sm:grid-cols-3 sm:items-start">
        <SelectField
          label={t("goals.metric")}
          value={values.metric}
          onChange={({ target }) =>
            change({ metric: metrics.find((metric) => metric === target.value) ?? "followers" })
          }
          options={metrics.map((value) => ({ value, label: t(`goals.metrics.${value}`) }))}
        />
        <TextField
          label={t("goals.target")}
          inputMode="numeric"
          value={values.target}
          error={faults.target ? t("goals.targetInvalid") : undefined}
          onChange={({ target }) => change({ target: target.value })}
        />
        <TextField
          label={t("goals.due")}
          type="date"
          value={values.dueOn}
          error={faults.dueOn ? t("goals.dueInvalid") : undefined}
          onChange={({ target }) => change({ dueOn: target.value })}
        />
      </div>
      {problem === null ? null : <ProblemNotice error={problem} details />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" loadingLabel={saving ? t("goals.saving") : undefined}>
          {t("goals.save")}
        </Button>
        <Button variant="quiet" size="small" onClick={onClose}>
          {t("goals.cancel")}
        </Button>
      </div>
    </form>
  );
}

function useGoal(channel: Channel, onSaved: (channel: Channel) => void) {
  const locale = useLocale();
  const [values, setValues] = useState<{ metric: Metric; target: string; dueOn: string }>({
    ...{ metric: "followers", target: "", dueOn: "" },
  });
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const target = Number(values.target.replaceAll(/[\s.,]/g, ""));
  const faulty = {
    target: !Number.isSafeInteger(target) || target < 1,
    dueOn: !/^\d{4}-\d{2}-\d{2}$/.test(values.dueOn) || Date.parse(`${values.dueOn}T23:59:59Z`) < Date.now(),
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faulty.target || faulty.dueOn) return;
    setSaving(true);
    setProblem(null);
    const { metric, dueOn } = values;
    try {
      const params = { accountId: channel.id, metric };
      onSaved(await browserApi.channels.setGoal({ params, query: { locale }, body: { target, dueOn } }));
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };
  const faults = { target: tried && faulty.target, dueOn: tried && faulty.dueOn };
  const change = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }));
  return { values, change, faults, saving, problem, submit };
}
