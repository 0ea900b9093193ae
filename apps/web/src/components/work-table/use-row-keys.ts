"use client";

import { type RefObject, useEffect } from "react";

const typing = "input, textarea, select, [contenteditable], dialog[open] *";

/** J and K move through the rows' links, as in a mail program; Enter then opens the one in focus. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      const target = event.target instanceof Element ? event.target : null;
      if (step === 0 || event.metaKey || event.ctrlKey || event.altKey || target?.closest(typing)) return;
      const links = [...(table.current?.querySelectorAll<HTMLElement>("[data-row-link]") ?? [])];
      const focused = document.activeElement;
      const place = focused instanceof HTMLElement ? links.indexOf(focused) : -1;
      const next = place === -1 ? 0 : Math.min(links.length - 1, Math.max(0, place + step));
      links[next]?.focus();
    };
    document.addEventListener("keydown", move);
    return () => document.removeEventListener("keydown", move);
  }, [table]);
}
