"use client";

import type { CartQuote } from "@smplat/contracts";
import { useCallback, useEffect, useState } from "react";
import { browserApi } from "#api/browser-client.ts";

const debounceMs = 350;
const minimumTaxIdLength = 4;

export interface CartQuoteState {
  readonly status: "updating" | "ready" | "failed";
  /** The last binding total; out of date while `updating`. */
  readonly quote: CartQuote | null;
  readonly error: unknown;
}

/** The binding total for where the bill goes, asked for anew when country or VAT id change. */
export function useCartQuote(cartId: string, billingCountry: string, taxId: string) {
  const [state, setState] = useState<CartQuoteState>({ status: "updating", quote: null, error: null });
  const [round, setRound] = useState(0);
  const known = taxId.trim().length >= minimumTaxIdLength ? taxId.trim() : "";

  const ask = useCallback(
    (signal?: AbortSignal) =>
      browserApi.carts.quote({
        params: { cartId },
        body: { billingCountry, ...(known === "" ? {} : { taxId: known }) },
        ...(signal === undefined ? {} : { signal }),
      }),
    [cartId, billingCountry, known],
  );

  useEffect(() => {
    const abort = new AbortController();
    setState((before) => ({ ...before, status: "updating" }));
    const timer = setTimeout(
      () => {
        ask(abort.signal)
          .then((quote) => setState({ status: "ready", quote, error: null }))
          .catch((error: unknown) => {
            if (!abort.signal.aborted) setState((before) => ({ ...before, status: "failed", error }));
          });
      },
      round === 0 ? debounceMs : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [ask, round]);

  /** A new total right now, for when the one shown is no longer honoured. */
  const renew = useCallback(async () => {
    const quote = await ask();
    setState({ status: "ready", quote, error: null });
    return quote;
  }, [ask]);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { ...state, renew, retry };
}
