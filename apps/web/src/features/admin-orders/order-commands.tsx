"use client";

import { Button } from "@smplat/ui/button";
import { useState } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { CommandDialog } from "./command-dialog.tsx";

const commands = ["resume", "hold", "cancel"] as const;
export type OrderCommand = (typeof commands)[number];

interface OrderCommandsProps {
  orderId: string;
  version: number;
  /** What the order can do from where it stands, as the server says. */
  allowed: readonly string[];
}

/** What an operator may do with the order now. */
export function OrderCommands({ orderId, version, allowed }: OrderCommandsProps) {
  const t = useCopy("admin");
  const [chosen, choose] = useState<OrderCommand | null>(null);
  const possible = commands.filter((command) => allowed.includes(command));
  if (possible.length === 0) return <p className="text-sm text-ink-muted">{t("commands.none")}</p>;
  return (
    <fieldset aria-label={t("commands.label")} className="flex flex-wrap gap-2">
      {possible.map((command) => (
        <Button
          key={command}
          size="small"
          variant={command === "cancel" ? "danger" : "secondary"}
          onClick={() => choose(command)}
        >
          {t(`commands.${command}`)}
        </Button>
      ))}
      {chosen === null ? null : (
        <CommandDialog orderId={orderId} version={version} command={chosen} onClose={() => choose(null)} />
      )}
    </fieldset>
  );
}
