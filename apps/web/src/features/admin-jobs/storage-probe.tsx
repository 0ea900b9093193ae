"use client";

import type { StorageProbe } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";

/** Whether the storage keeps what it is given, asked now or as it was asked last. */
export function StorageProbePanel({ initial }: { initial: StorageProbe | null }) {
  const t = useCopy("admin-health");
  const [probe, setProbe] = useState(initial);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const run = async () => {
    setRunning(true);
    setProblem(null);
    try {
      setProbe(await browserApi.adminStorage.probe({}));
    } catch (error) {
      setProblem(error);
    }
    setRunning(false);
  };
  return (
    <section aria-labelledby="probe" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="probe" className="text-lg">
          {t("probe.title")}
        </h2>
        <Button size="small" variant="secondary" onClick={run} loadingLabel={running ? t("probe.running") : undefined}>
          {t("probe.run")}
        </Button>
      </div>
      <p className="text-sm text-ink-muted">{t("probe.text")}</p>
      {problem === null ? null : <ProblemNotice error={problem} />}
      {probe === null || probe.status === "running" ? null : (
        <Notice
          tone={probe.status === "ok" ? "success" : "critical"}
          announce="politely"
          title={t(probe.status === "ok" ? "probe.ok" : "probe.failed")}
        >
          <p lang="en">{probe.detail}</p>
          <Steps steps={probe.steps} />
        </Notice>
      )}
    </section>
  );
}

function Steps({ steps }: Pick<StorageProbe, "steps">) {
  const t = useCopy("admin-health");
  const number = new Intl.NumberFormat(useLocale());
  const time = (ms: number | null) => (ms === null ? t("probe.none") : t("probe.ms", { ms: number.format(ms) }));
  return (
    <table className="figures mt-2 w-full max-w-lg text-sm">
      <caption className="sr-only">{t("probe.caption")}</caption>
      <thead>
        <tr className="text-start text-xs text-ink-muted">
          {(["size", "write", "read", "delete"] as const).map((column) => (
            <th key={column} scope="col" className="pe-3 text-start font-normal">
              {t(`probe.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map(({ size, writeMs, readMs, deleteMs }) => (
          <tr key={size}>
            <th scope="row" className="pe-3 text-start font-normal">
              {t("probe.bytes", { size: number.format(size) })}
            </th>
            <td className="pe-3">{time(writeMs)}</td>
            <td className="pe-3">{time(readMs)}</td>
            <td>{time(deleteMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
