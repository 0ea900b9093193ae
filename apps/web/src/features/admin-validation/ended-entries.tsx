"use client";

import type { Attestation } from "@smplat/contracts";
import { Disclosure } from "@smplat/ui/disclosure";
import { channelName } from "#components/channel-name.ts";
import { useCopy, useLocale } from "#i18n/copy.tsx";

interface EndedEntriesProps {
  entries: readonly Attestation[];
}

const endOf = ({ endedAt, decidedAt, expiresAt, state }: Attestation): string =>
  (state === "declined" ? decidedAt : endedAt) ?? expiresAt;

/** What was entered by hand once and counts no more, with who entered and who ended it, when and why. */
export function EndedEntries({ entries }: EndedEntriesProps) {
  const t = useCopy("admin-validation");
  if (entries.length === 0) return null;
  const newest = [...entries].sort((a, b) => endOf(b).localeCompare(endOf(a)));
  return (
    <Disclosure summary={t("overrides.ended", { count: entries.length })}>
      <ul className="grid gap-2">
        {newest.map((entry) => (
          <EndedEntry key={entry.id} entry={entry} />
        ))}
      </ul>
    </Disclosure>
  );
}

function EndedEntry({ entry }: { entry: Attestation }) {
  const t = useCopy("admin-validation");
  const platforms = useCopy("shell");
  const locale = useLocale();
  const moment = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  const { platform, handle, followers, state, enteredBy, enteredAt, decidedBy, endedBy, endReason, names } = entry;
  const name = (id: string | null) => (id === null ? null : (names[id] ?? id));
  const ender = name(state === "declined" ? decidedBy : endedBy);
  const time = moment.format(new Date(endOf(entry)));
  return (
    <li className="grid gap-0.5 rounded-md border border-line p-2 text-sm">
      <span className="font-semibold wrap-anywhere">
        {platforms(`platforms.${platform}`)} · {channelName(handle)} · {new Intl.NumberFormat(locale).format(followers)}
      </span>
      <span className="text-ink-muted">
        {t("overrides.enteredBy", { name: name(enteredBy) ?? "", time: moment.format(new Date(enteredAt)) })}
      </span>
      <span>
        {ender === null
          ? t("overrides.endedAt.expired", { time })
          : t(state === "declined" ? "overrides.endedAt.declined" : "overrides.endedAt.revoked", { name: ender, time })}
      </span>
      {endReason === null ? null : <span className="wrap-anywhere">{endReason}</span>}
    </li>
  );
}
