"use client";

import type { AccountValidation } from "@smplat/contracts";
import type { Platform } from "@smplat/contracts/vocabulary";
import { useCallback, useState } from "react";
import { track } from "#api/track.ts";
import { type ChannelLookup, useChannelLookup } from "#components/use-channel-lookup.ts";
import { useShop } from "#shop-context/shop-provider.tsx";

export interface Channel extends ChannelLookup {
  readonly platform: Platform;
  /** As typed: a handle or a link to the profile. */
  readonly typed: string;
}

/** The channel the work is for, looked up a moment after each change. */
export function useChannel(platforms: readonly Platform[]) {
  const shop = useShop();
  const own = shop.platform !== null && platforms.includes(shop.platform.platform) ? shop.platform : null;
  const [platform, setPlatform] = useState<Platform>(own?.platform ?? platforms[0] ?? "instagram");
  const [typed, setTyped] = useState(own?.handle ?? "");
  const { setPlatform: keep } = shop;
  const remember = useCallback(
    (answer: AccountValidation) => {
      track("channel.validated", { status: answer.status }, platform);
      if (answer.account !== null) keep({ platform, handle: answer.account.handle });
    },
    [platform, keep],
  );
  const { lookup, retry } = useChannelLookup(platform, typed, remember);

  const choosePlatform = useCallback(
    (next: Platform) => {
      setPlatform(next);
      keep({ platform: next, handle: null });
    },
    [keep],
  );
  const chooseSaved = useCallback((saved: { readonly platform: Platform; readonly handle: string }) => {
    setPlatform(saved.platform);
    setTyped(saved.handle);
  }, []);
  const channel: Channel = { ...lookup, platform, typed };
  return { channel, setTyped, choosePlatform, chooseSaved, retry };
}
