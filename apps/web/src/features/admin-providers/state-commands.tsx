"use client";

import type { ProviderSummary } from "@smplat/contracts";
import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { StateDialog } from "./state-dialog.tsx";

type State = ProviderSummary["state"];

interface StateCommandsProps {
  providerId: string;
  name: string;
  state: State;
  isAdmin: boolean;
}

/** Which states can be chosen from which; only admins retire a supplier. */
const next: Readonly<Record<State, readonly State[]>> = {
  active: ["paused", "drained"],
  paused: ["active", "drained", "retired"],
  drained: ["active", "retired"],
  retired: ["active"],
};

export function StateCommands({ providerId, name, state, isAdmin }: StateCommandsProps) {
  const t = useCopy("providers");
  const [chosen, setChosen] = useState<State | null>(null);
  const allowed = next[state].filter((target) => isAdmin || (target !== "retired" && state !== "retired"));
  return (
    <div className="flex flex-wrap gap-2">
      {allowed.map((target) => (
        <Button
          key={target}
          size="small"
          variant={target === "active" ? "primary" : "secondary"}
          onClick={() => setChosen(target)}
        >
          {t(`command.${target}`)}
        </Button>
      ))}
      {chosen === null ? null : (
        <StateDialog providerId={providerId} name={name} target={chosen} onClose={() => setChosen(null)} />
      )}
    </div>
  );
}
