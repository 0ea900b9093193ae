"use client";

import type { LineActions } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { ProblemNotice } from "#components/problem-notice.tsx";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { LineDialog } from "./line-dialog.tsx";
import { type LineCommand, useLineCommand } from "./use-line-command.ts";

interface LineButtonsProps {
  orderId: string;
  line: LineActions;
}

const labels = {
  replay: "actions.replay",
  reroute: "actions.reroute",
  later: "actions.later",
  cancel: "actions.cancelLine",
  refill: "actions.askRefill",
} as const satisfies Record<LineCommand, string>;

function possible({ can, refills }: LineActions): LineCommand[] {
  return [
    ...(can.replay ? (["replay", "reroute", "later"] as const) : []),
    ...(can.cancel ? (["cancel"] as const) : []),
    ...(refills.eligible ? (["refill"] as const) : []),
  ];
}

/** What can be done for a line now. What takes a choice or can't be undone asks first. */
export function LineButtons({ orderId, line }: LineButtonsProps) {
  const t = useCopy("support-admin");
  const locale = useLocale();
  const [asking, ask] = useState<"later" | "cancel" | null>(null);
  const { run, working, problem } = useLineCommand(orderId, line.lineId);
  const commands = possible(line);
  if (commands.length === 0) return <p className="text-xs text-ink-muted">{t("actions.none")}</p>;
  return (
    <div className="grid gap-2">
      <fieldset aria-label={line.title[locale]} className="flex flex-wrap gap-2">
        {commands.map((command) => (
          <Button
            key={command}
            size="small"
            variant={command === "cancel" ? "danger" : "secondary"}
            onClick={() => (command === "later" || command === "cancel" ? ask(command) : run(command, {}))}
            loadingLabel={working === command ? t("actions.working") : undefined}
          >
            {t(labels[command])}
          </Button>
        ))}
      </fieldset>
      {problem !== null && asking === null ? <ProblemNotice error={problem} /> : null}
      {asking === null ? null : (
        <LineDialog
          command={asking}
          working={working === asking}
          problem={problem}
          onClose={() => ask(null)}
          onRun={async (input) => {
            if (await run(asking, input)) ask(null);
          }}
        />
      )}
    </div>
  );
}
