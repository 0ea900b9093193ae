"use client";

import type { AccountValidation } from "@smplat/contracts";
import type { Platform } from "@smplat/contracts/vocabulary";
import { useCallback, useEffect, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { track } from "#api/track.ts";
import { useLocale } from "#i18n/copy.tsx";
import { useShop } from "#shop-context/shop-provider.tsx";

const debounceMs = 400;

export interface Channel {
  readonly platform: Platform;
  /** As typed: a handle or a link to the profile. */
  readonly typed: string;
  readonly status: "empty" | "checking" | "answered" | "refused";
  readonly answer: AccountValidation | null;
  readonly error: unknown;
}

type Answer = Pick<Channel, "answer" | "error"> & { readonly of: string };

/** The channel the work is for, looked up a moment after each change. */
export function useChannel(platforms: readonly Platform[]) {
  const shop = useShop();
  const locale = useLocale();
  const own = shop.platform !== null && platforms.includes(shop.platform.platform) ? shop.platform : null;
  const [platform, setPlatform] = useState<Platform>(own?.platform ?? platforms[0] ?? "instagram");
  const [typed, setTyped] = useState(own?.handle ?? "");
  const [last, setLast] = useState<Answer | null>(null);
  const [round, setRound] = useState(0);
  const { setPlatform: keep } = shop;
  const handle = typed.trim();
  const key = `${platform}:${handle}:${round}`;

  useEffect(() => {
    if (handle === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      browserApi.metrics
        .validateAccount({ body: { platform, handle, locale }, signal: abort.signal })
        .then((answer) => {
          setLast({ of: key, answer, error: null });
          track("channel.validated", { status: answer.status }, platform);
          if (answer.account !== null) keep({ platform, handle: answer.account.handle });
        })
        .catch((error: unknown) => {
          if (!abort.signal.aborted) setLast({ of: key, answer: null, error });
        });
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [platform, handle, locale, key, keep]);

  const choosePlatform = useCallback(
    (next: Platform) => {
      setPlatform(next);
      keep({ platform: next, handle: null });
    },
    [keep],
  );
  const retry = useCallback(() => setRound((before) => before + 1), []);
  const current = last?.of === key ? last : null;
  const settled = current?.answer ? "answered" : "refused";
  const status = handle === "" ? "empty" : current === null ? "checking" : settled;
  const channel: Channel = { platform, typed, status, answer: current?.answer ?? null, error: current?.error ?? null };
  return { channel, setTyped, choosePlatform, retry };
}
