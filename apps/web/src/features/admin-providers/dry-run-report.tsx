"use client";

import type { DryRunResult } from "@smplat/contracts";
import { DefinitionList } from "@smplat/ui/definition-list";
import { Notice } from "@smplat/ui/notice";
import { useCopy } from "#i18n/copy.tsx";
import { fieldFaults } from "./field-faults.ts";
import { FieldProblems } from "./field-problems.tsx";

/** What a dry run found. */
export function DryRunReport({ result }: { result: DryRunResult }) {
  const t = useCopy("providers");
  const { problems, request, missingSecrets, paths, reading, live } = result;
  if (problems.length > 0) return <FieldProblems faults={fieldFaults(problems)} />;
  return (
    <div className="grid gap-4 text-ink">
      <Notice tone="success" title={t("dryRun.holds")} />
      {missingSecrets.length === 0 ? null : (
        <Notice tone="warning" title={t("dryRun.missingSecrets", { list: missingSecrets.join(", ") })} />
      )}
      {request === null ? null : <Request request={request} />}
      {paths.length === 0 ? null : (
        <div className="grid gap-1">
          <h3 className="font-sans text-sm font-semibold">{t("dryRun.paths")}</h3>
          <DefinitionList
            items={paths.map(({ name, path, found }) => ({
              term: name,
              value: `${path} → ${found ?? t("dryRun.nothing")}`,
            }))}
          />
          <p className="text-sm">
            {reading === null
              ? t("dryRun.unreadable")
              : t("dryRun.reads", { id: reading.externalId, status: reading.status, delivered: reading.delivered })}
          </p>
        </div>
      )}
      {live === null ? null : (
        <DefinitionList
          items={[
            { term: t("balance.title"), value: live.balance.told },
            { term: t("capability.quote"), value: live.quote.told },
          ]}
        />
      )}
    </div>
  );
}

function Request({ request }: { request: NonNullable<DryRunResult["request"]> }) {
  const t = useCopy("providers");
  const head = `${request.method} ${request.url}`;
  const headers = request.headers.map(({ name, value }) => `${name}: ${value}`);
  const text = [head, ...headers, "", request.body ?? ""].join("\n");
  return (
    <div className="grid gap-1">
      <h3 className="font-sans text-sm font-semibold">{t("dryRun.request")}</h3>
      <pre className="max-h-72 overflow-auto rounded-md bg-surface-sunken p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        {text}
      </pre>
    </div>
  );
}
