"use client";

import type { LineQuote, QuoteRequest } from "@smplat/contracts";
import { useCallback, useEffect, useRef, useState } from "react";
import { browserApi } from "#api/browser-client.ts";

const debounceMs = 250;
/** A new price is asked for this long before the old one runs out. */
const renewBeforeMs = 60_000;
const minimumLifeMs = 5_000;

/** `quote` is the last price the server named; only while `ready` it is the price of what is chosen. */
export interface QuoteState {
  readonly status: "updating" | "ready" | "failed";
  readonly quote: LineQuote | null;
  readonly error: unknown;
}

/** The server's price of what is chosen: asked for at once, then a moment after each change. */
export function useLineQuote(request: QuoteRequest): QuoteState & { readonly renew: () => Promise<LineQuote> } {
  const [state, setState] = useState<QuoteState>({ status: "updating", quote: null, error: null });
  const [round, setRound] = useState(0);
  const asked = useRef(false);
  const body = JSON.stringify(request);

  // A new round asks for a new price of the same thing.
  const key = `${round}:${body}`;
  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, status: "updating" }));
    const wanted = JSON.parse(key.slice(key.indexOf(":") + 1)) as QuoteRequest;
    const timer = setTimeout(
      () => {
        asked.current = true;
        browserApi.quotes
          .create({ body: wanted, signal: abort.signal })
          .then((quote) => {
            if (!abort.signal.aborted) setState({ status: "ready", quote, error: null });
          })
          .catch((error: unknown) => {
            if (!abort.signal.aborted) setState((before) => ({ ...before, status: "failed", error }));
          });
      },
      asked.current ? debounceMs : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key]);

  const expiresAt = state.quote?.expiresAt;
  useEffect(() => {
    if (expiresAt === undefined) return;
    const life = Math.max(minimumLifeMs, Date.parse(expiresAt) - Date.now() - renewBeforeMs);
    const timer = setTimeout(() => setRound((before) => before + 1), life);
    return () => clearTimeout(timer);
  }, [expiresAt]);

  const renew = useCallback(async () => {
    const quote = await browserApi.quotes.create({ body: JSON.parse(body) as QuoteRequest });
    setState({ status: "ready", quote, error: null });
    return quote;
  }, [body]);
  return { ...state, renew };
}
