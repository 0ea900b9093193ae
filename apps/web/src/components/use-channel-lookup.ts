"use client";

import type { AccountValidation } from "@smplat/contracts";
import type { Platform } from "@smplat/contracts/vocabulary";
import { useCallback, useEffect, useRef, useState } from "react";
import { browserApi } from "#api/browser-client.ts";
import { useLocale } from "#i18n/copy.tsx";

const debounceMs = 400;

/** What is known of a channel somebody types. */
export interface ChannelLookup {
  readonly status: "empty" | "checking" | "answered" | "refused";
  readonly answer: AccountValidation | null;
  readonly error: unknown;
}

type Answer = Pick<ChannelLookup, "answer" | "error"> & { readonly of: string };

/**
 * Looks a channel up a moment after each change; an answer to what was typed before is dropped.
 * @param onAnswer called with each answer that still counts
 */
export function useChannelLookup(platform: Platform, typed: string, onAnswer: (answer: AccountValidation) => void) {
  const locale = useLocale();
  const [last, setLast] = useState<Answer | null>(null);
  const [round, setRound] = useState(0);
  const listener = useRef(onAnswer);
  useEffect(() => {
    listener.current = onAnswer;
  }, [onAnswer]);
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
          listener.current(answer);
        })
        .catch((error: unknown) => {
          if (!abort.signal.aborted) setLast({ of: key, answer: null, error });
        });
    }, debounceMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [platform, handle, locale, key]);

  const retry = useCallback(() => setRound((before) => before + 1), []);
  const current = last?.of === key ? last : null;
  const settled = current?.answer ? "answered" : "refused";
  const status = handle === "" ? "empty" : current === null ? "checking" : settled;
  const lookup: ChannelLookup = { status, answer: current?.answer ?? null, error: current?.error ?? null };
  return { lookup, retry };
}
