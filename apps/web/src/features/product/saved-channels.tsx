"use client";

import type { Platform } from "@smplat/contracts/vocabulary";
import { Button } from "@smplat/ui/button";
import { Icon } from "@smplat/ui/icon";
import { channelName } from "#components/channel-name.ts";
import { useCopy } from "#i18n/copy.tsx";
import type { Channel } from "./use-channel.ts";

export interface SavedChannel {
  readonly platform: Platform;
  readonly handle: string;
  readonly proven: boolean;
}

interface SavedChannelsProps {
  saved: readonly SavedChannel[];
  channel: Channel;
  onChoose: (saved: SavedChannel) => void;
}

/** The visitor's own channels, one press away. */
export function SavedChannels({ saved, channel, onChoose }: SavedChannelsProps) {
  const t = useCopy("product");
  const shell = useCopy("shell");
  if (saved.length === 0) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="float-start me-1 text-sm text-ink-muted">{t("channel.saved")}</legend>
      {saved.map((one) => (
        <Button
          key={`${one.platform}:${one.handle}`}
          size="small"
          variant="secondary"
          aria-pressed={channel.platform === one.platform && channel.typed.trim() === one.handle}
          onClick={() => onChoose(one)}
        >
          {one.proven ? <Icon name="check" /> : null}
          {`${channelName(one.handle)} · ${shell(`platforms.${one.platform}`)}`}
          {one.proven ? <span className="sr-only">{t("channel.savedProven")}</span> : null}
        </Button>
      ))}
    </fieldset>
  );
}
