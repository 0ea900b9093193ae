"use client";

import type { Channel } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { ProgressBar } from "@smplat/ui/progress-bar";
import { useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { GoalForm } from "./goal-form.tsx";

interface ChannelGoalsProps {
  channel: Channel;
  onChange: (channel: Channel) => void;
}

/** What the owner aims for, and how far it is. */
export function ChannelGoals({ channel, onChange }: ChannelGoalsProps) {
  const t = useCopy("channels");
  const [editing, setEditing] = useState(false);
  const { goals } = channel;
  const drop = async (metric: Channel["goals"][number]["metric"]) => {
    await browserApi.channels.dropGoal({ params: { accountId: channel.id, metric } });
    onChange({ ...channel, goals: goals.filter((goal) => goal.metric !== metric) });
  };
  return (
    <section aria-label={t("goals.title")} className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-semibold">{t("goals.title")}</h3>
        {editing ? null : (
          <Button variant="quiet" size="small" onClick={() => setEditing(true)}>
            {t(goals.length === 0 ? "goals.set" : "goals.change")}
          </Button>
        )}
      </div>
      {goals.length === 0 && !editing ? <p className="text-sm text-ink-muted">{t("goals.none")}</p> : null}
      {goals.map((goal) => (
        <div key={goal.metric} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3">
          <Goal goal={goal} current={channel.snapshot?.[goal.metric] ?? null} />
          {editing ? (
            <Button
              variant="quiet"
              size="small"
              aria-label={t("goals.drop", { metric: t(`goals.metrics.${goal.metric}`) })}
              onClick={() => drop(goal.metric)}
            >
              ✕
            </Button>
          ) : null}
        </div>
      ))}
      {editing ? (
        <GoalForm
          channel={channel}
          onSaved={(changed) => {
            onChange(changed);
            setEditing(false);
          }}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </section>
  );
}

function Goal({ goal, current }: { goal: Channel["goals"][number]; current: number | null }) {
  const t = useCopy("channels");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const date = new Date(`${goal.dueOn}T12:00:00Z`).toLocaleDateString(locale, { dateStyle: "medium", timeZone: "UTC" });
  const words = { current: current === null ? "" : number.format(current), target: number.format(goal.target), date };
  const text = current === null ? "goals.unknown" : current >= goal.target ? "goals.reached" : "goals.progress";
  return (
    <ProgressBar
      label={t(`goals.metrics.${goal.metric}`)}
      value={goal.progress ?? 0}
      max={1}
      tone={goal.progress === 1 ? "success" : "accent"}
      valueText={t(text, words)}
    />
  );
}
