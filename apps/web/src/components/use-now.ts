"use client";

import { useEffect, useState } from "react";

/** The time, moved on every so often. Starts with the server's time, so that both draw the same first picture. */
export function useNow(startMs: number, everyMs: number): number {
  const [now, setNow] = useState(startMs);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
