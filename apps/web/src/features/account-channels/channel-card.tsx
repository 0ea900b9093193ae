"use client";

import type { Channel } from "@smplat/contracts";
import { Avatar } from "@smplat/ui/avatar";
import { Badge } from "@smplat/ui/badge";
import { Card } from "@smplat/ui/card";
import { Notice } from "@smplat/ui/notice";
import { StatusPill } from "@smplat/ui/status-pill";
import { channelName } from "#components/channel-name.ts";
import { useCopy } from "#i18n/copy.tsx";
import { ChannelGoals } from "./channel-goals.tsx";
import { ChannelHistory } from "./channel-history.tsx";
import { ChannelReading } from "./channel-reading.tsx";
import { DisconnectChannel } from "./disconnect-channel.tsx";
import { OwnershipPanel } from "./ownership-panel.tsx";
import { ownershipTones } from "./ownership-tones.ts";

interface ChannelCardProps {
  channel: Channel;
  wanted: boolean;
  asOf: string | null;
  onChange: (channel: Channel) => void;
  onGone: (id: string) => void;
}

/** One channel: who it is, what was read, whose it is, where it is to go. */
export function ChannelCard({ channel, wanted, asOf, onChange, onGone }: ChannelCardProps) {
  const t = useCopy("channels");
  const shell = useCopy("shell");
  const { displayName, handle, platform, profileUrl, avatarUrl, ownership, connection, lookAlike } = channel;
  const name = displayName ?? channelName(handle);
  return (
    <Card as="li" tint={platform} className="grid gap-5" aria-label={channelName(handle)}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-56 items-center gap-3">
          <Avatar src={avatarUrl} name={name} />
          <div className="min-w-0">
            <h2 className="truncate text-lg">{name}</h2>
            <p className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <a
                href={profileUrl}
                target="_blank"
                rel="noreferrer"
                className="tap min-w-0 text-ink-muted wrap-anywhere hover:underline"
              >
                {channelName(handle)}
              </a>
              <Badge tint={platform}>{shell(`platforms.${platform}`)}</Badge>
            </p>
          </div>
        </div>
        <div className="flex flex-wrap gap-2">
          {connection === null ? null : (
            <StatusPill tone={connection === "live" ? "success" : "warning"}>
              {t(`connection.${connection}`)}
            </StatusPill>
          )}
          <StatusPill tone={ownershipTones[ownership.state]}>{t(`ownership.${ownership.state}`)}</StatusPill>
        </div>
      </div>
      {lookAlike === null ? null : (
        <Notice tone="warning" title={t("lookAlike.title")}>
          {lookAlike.handle === null
            ? t("lookAlike.other")
            : t("lookAlike.own", { channel: channelName(lookAlike.handle) })}
        </Notice>
      )}
      <ChannelReading channel={channel} asOf={asOf} />
      <OwnershipPanel channel={channel} wanted={wanted} onChange={onChange} />
      <ChannelGoals channel={channel} onChange={onChange} />
      <ChannelHistory channel={channel} />
      <div className="border-t border-line pt-4">
        <DisconnectChannel channel={channel} onGone={onGone} />
      </div>
    </Card>
  );
}
