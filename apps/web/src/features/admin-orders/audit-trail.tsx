import type { OperatorOrder } from "@smplat/contracts";
import { Timeline } from "@smplat/ui/timeline";
import { getFormatter, getTranslations } from "next-intl/server";
import { orderTones } from "#components/order-tones.ts";
import { Panel } from "./panel.tsx";

/** Who moved the order, from where, to where, and why; newest first. */
export async function AuditTrail({ entries }: { entries: OperatorOrder["audit"] }) {
  const [t, states, format] = await Promise.all([
    getTranslations("admin.order"),
    getTranslations("admin.states"),
    getFormatter(),
  ]);
  const worded = (command: string) => {
    const key = `commands.${command}` as "commands.place";
    return t.has(key) ? t(key) : command;
  };
  return (
    <Panel id="audit" title={t("audit")}>
      {entries.length === 0 ? <p className="text-sm text-ink-muted">{t("auditNone")}</p> : null}
      <Timeline
        label={t("audit")}
        entries={entries
          .toSorted((a, b) => b.seq - a.seq)
          .map(({ seq, at, command, from, to, actor, reason }) => ({
            id: String(seq),
            tone: orderTones[to],
            title:
              from === null
                ? t("auditFirst", { command: worded(command), to: states(to) })
                : t("auditMove", { command: worded(command), from: states(from), to: states(to) }),
            at: <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: "short", timeStyle: "short" })}</time>,
            detail: reason,
            by: t("by", { actor: [actor.kind, actor.id].filter(Boolean).join(" ") }),
          }))}
      />
    </Panel>
  );
}
