"use client";

import { useCallback, useRef } from "react";

/** An Idempotency-Key per request: the same for a repetition of it, another one once what is asked for changed. */
export function useKeys(): (request: unknown) => string {
  const last = useRef({ request: "", key: "" });
  return useCallback((request: unknown) => {
    const text = JSON.stringify(request);
    if (last.current.request !== text) last.current = { request: text, key: crypto.randomUUID() };
    return last.current.key;
  }, []);
}
