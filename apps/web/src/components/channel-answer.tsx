"use client";

import type { AccountValidation } from "@smplat/contracts";
import { Avatar } from "@smplat/ui/avatar";
import { Button } from "@smplat/ui/button";
import { Notice } from "@smplat/ui/notice";
import { StatusPill } from "@smplat/ui/status-pill";
import { useCopy, useLocale } from "#i18n/copy.tsx";
import { channelName } from "./channel-name.ts";
import { exactnessOf } from "./exactness.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { sourceName } from "./source-name.ts";
import type { ChannelLookup } from "./use-channel-lookup.ts";

type Account = NonNullable<AccountValidation["account"]>;
type Snapshot = NonNullable<AccountValidation["snapshot"]>;

/**
 * What came of looking the channel up: a reading, a channel without one, or why it failed and what to do. Needs the
 * `product` and `problems` texts.
 */
export function ChannelAnswer({ channel, onRetry }: { channel: ChannelLookup; onRetry: () => void }) {
  const t = useCopy("product");
  const locale = useLocale();
  if (channel.status === "empty") return null;
  if (channel.status === "checking") return <p className="text-sm text-ink-muted">{t("channel.checking")}</p>;
  const again = (
    <Button variant="secondary" size="small" onClick={onRetry}>
      {t("channel.retry")}
    </Button>
  );
  if (channel.answer === null) return <ProblemNotice error={channel.error} action={again} tone="warning" />;
  const { status, account, snapshot, failure } = channel.answer;
  if (status === "failed" && failure !== null) {
    const time = failure.retryAt === null ? null : new Date(failure.retryAt);
    return (
      <Notice tone="warning" title={failure.title} remedy={failure.remedy} action={again}>
        {time === null
          ? null
          : t("channel.retryAt", {
              time: time.toLocaleTimeString(locale, { timeStyle: "short", timeZone: "Europe/Berlin" }),
            })}
      </Notice>
    );
  }
  return (
    <div className="grid gap-3 rounded-lg border border-tint-line bg-surface p-4">
      {account === null ? null : <AccountLine account={account} />}
      {snapshot === null ? (
        <div className="grid gap-1">
          <StatusPill tone="info">{t("channel.notMeasuredTitle")}</StatusPill>
          <p className="text-sm text-ink-muted">{t("channel.notMeasured")}</p>
        </div>
      ) : (
        <Reading snapshot={snapshot} />
      )}
    </div>
  );
}

function AccountLine({ account }: { account: Account }) {
  const name = account.displayName ?? account.handle;
  return (
    <div className="flex items-center gap-3">
      <Avatar src={account.avatarUrl} name={name} />
      <div className="min-w-0">
        <p className="truncate font-semibold">{name}</p>
        <a
          href={account.profileUrl}
          target="_blank"
          rel="noreferrer"
          className="block truncate text-sm text-ink-muted hover:underline"
        >
          {channelName(account.handle)}
        </a>
      </div>
    </div>
  );
}

function Reading({ snapshot }: { snapshot: Snapshot }) {
  const t = useCopy("product");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const { followers, posts, precision, source, takenAt } = snapshot;
  const exactness = exactnessOf(snapshot);
  const attested = exactness === "asSeen";
  const seenAt = new Date(takenAt).toLocaleString(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  });
  return (
    <div className="grid gap-1">
      <StatusPill tone={attested ? "warning" : "success"} className="w-fit">
        {attested ? t("channel.seenByHand") : t("channel.measured")}
      </StatusPill>
      <p className="figures">
        <strong className="text-lg">
          {followers === null
            ? t("channel.followersUnknown")
            : t("channel.followers", { count: number.format(followers) })}
        </strong>
        {followers === null ? null : (
          <span className="text-sm text-ink-muted">
            {" "}
            ({t(`channel.${exactness}`, { step: number.format(precision.step) })})
          </span>
        )}
        {posts === null ? null : (
          <span className="text-sm text-ink-muted"> · {t("channel.posts", { count: number.format(posts) })}</span>
        )}
      </p>
      <p className="text-xs text-ink-muted">
        {attested ? t("channel.attested", { time: seenAt }) : t("channel.source", { source: sourceName(source) })}
      </p>
    </div>
  );
}
