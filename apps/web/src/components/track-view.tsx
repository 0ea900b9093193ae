"use client";

import type { BrowserEvent } from "@smplat/contracts/vocabulary";
import { useEffect, useRef } from "react";
import { track } from "#api/track.ts";
import { useShop } from "#shop-context/shop-provider.tsx";

/** Reports once that a page was seen. `subject` is an id or a slug of ours. */
export function TrackView({ name, subject }: { name: BrowserEvent; subject?: string }) {
  const { platform } = useShop();
  const done = useRef<string | null>(null);
  useEffect(() => {
    const key = `${name}:${subject ?? ""}`;
    if (done.current === key) return;
    done.current = key;
    track(name, subject === undefined ? {} : { subject }, platform?.platform ?? null);
  }, [name, subject, platform]);
  return null;
}
