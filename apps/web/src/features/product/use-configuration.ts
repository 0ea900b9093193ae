"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { readDraft, writeDraft } from "#api/draft.ts";
import { type ConfigurableProduct, type Configuration, fitConfiguration, startConfiguration } from "./configuration.ts";

/** The configuration of one product, kept for this tab so that a reload loses nothing. */
export function useConfiguration(product: ConfigurableProduct) {
  const [configuration, setConfiguration] = useState(() => startConfiguration(product));
  const restored = useRef(false);
  const name = `product:${product.slug}`;

  useEffect(() => {
    if (restored.current) return;
    restored.current = true;
    const stored = readDraft<Partial<Configuration>>(name);
    if (stored !== null) setConfiguration(fitConfiguration(product, stored));
  }, [name, product]);

  const change = useCallback(
    (part: Partial<Configuration>) => {
      setConfiguration((before) => {
        const after = { ...before, ...part };
        writeDraft(name, after);
        return after;
      });
    },
    [name],
  );
  const reset = useCallback(() => change(startConfiguration(product)), [change, product]);
  return { configuration, change, reset };
}
