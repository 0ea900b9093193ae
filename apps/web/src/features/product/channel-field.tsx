"use client";

import type { Platform } from "@smplat/contracts/vocabulary";
import { ChoiceGroup } from "@smplat/ui/choice-group";
import { TextField } from "@smplat/ui/text-field";
import { ChannelAnswer } from "#components/channel-answer.tsx";
import { useCopy } from "#i18n/copy.tsx";
import { isPlatform } from "#shop-context/platform-context.ts";
import { OwnershipRule } from "./ownership-rule.tsx";
import { type SavedChannel, SavedChannels } from "./saved-channels.tsx";
import type { Channel } from "./use-channel.ts";

interface ChannelFieldProps {
  platforms: readonly Platform[];
  channel: Channel;
  error: string | null;
  onType: (typed: string) => void;
  onChoosePlatform: (platform: Platform) => void;
  onRetry: () => void;
  /** Channels on the visitor's list that the product is sold for. */
  saved: readonly SavedChannel[];
  onChooseSaved: (saved: SavedChannel) => void;
  /** The product is sold only for a channel that is proven to be the buyer's. */
  ownershipRequired: boolean;
}

/** Which channel the work is for, and what we could read of it. */
export function ChannelField(props: ChannelFieldProps) {
  const { platforms, channel, error, onType, onChoosePlatform, onRetry } = props;
  const t = useCopy("product");
  const shell = useCopy("shell");
  return (
    <section aria-labelledby="channel-title" className="grid gap-4" data-tint={channel.platform}>
      <h2 id="channel-title" className="text-xl">
        {t("channel.title")}
      </h2>
      {platforms.length > 1 ? (
        <ChoiceGroup
          name="platform"
          legend={t("channel.platform")}
          columns={3}
          chosen={[channel.platform]}
          onChoose={({ target }) => isPlatform(target.value) && onChoosePlatform(target.value)}
          choices={platforms.map((value) => ({ value, label: shell(`platforms.${value}`) }))}
        />
      ) : null}
      <TextField
        id="channel-handle"
        label={`${t("channel.label")} · ${shell(`platforms.${channel.platform}`)}`}
        hint={t("channel.hint")}
        error={error ?? undefined}
        value={channel.typed}
        maxLength={300}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => onType(target.value)}
      />
      <SavedChannels saved={props.saved} channel={channel} onChoose={props.onChooseSaved} />
      {props.ownershipRequired ? <OwnershipRule saved={props.saved} channel={channel} /> : null}
      <div aria-live="polite">
        <ChannelAnswer channel={channel} onRetry={onRetry} />
      </div>
    </section>
  );
}
