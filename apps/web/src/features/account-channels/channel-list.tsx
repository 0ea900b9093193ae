"use client";

import type { Channel } from "@smplat/contracts";
import { EmptyState } from "@smplat/ui/empty-state";
import { useCallback, useState } from "react";
import { channelName } from "#components/channel-name.ts";
import { useCopy } from "#i18n/copy.tsx";
import { AddChannel } from "./add-channel.tsx";
import { ChannelCard } from "./channel-card.tsx";

interface ChannelListProps {
  channels: readonly Channel[];
  /** The channel somebody came for: its proof is opened. */
  wanted: string | null;
  /** The business time ages are counted from; null before there is any channel. */
  asOf: string | null;
}

/** The list and what adds to it. What the server answers to a change takes the channel's place. */
export function ChannelList({ channels: start, wanted, asOf }: ChannelListProps) {
  const t = useCopy("channels");
  const [channels, setChannels] = useState(start);
  const [added, setAdded] = useState<string | null>(null);
  const put = useCallback((channel: Channel) => {
    setChannels((before) =>
      before.some(({ id }) => id === channel.id)
        ? before.map((one) => (one.id === channel.id ? channel : one))
        : [channel, ...before],
    );
  }, []);
  const drop = useCallback((id: string) => setChannels((before) => before.filter((one) => one.id !== id)), []);
  const add = (channel: Channel) => {
    put(channel);
    setAdded(channelName(channel.handle));
  };
  return (
    <>
      {channels.length === 0 ? (
        <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>
      ) : (
        <ul aria-label={t("list")} className="grid gap-5">
          {channels.map((channel) => (
            <ChannelCard
              key={channel.id}
              channel={channel}
              wanted={channel.id === wanted}
              asOf={asOf}
              onChange={put}
              onGone={drop}
            />
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {added === null ? "" : t("added", { channel: added })}
      </p>
      <AddChannel onAdded={add} />
    </>
  );
}
