"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { useCopy } from "#i18n/copy.tsx";
import { useHref } from "#shop-context/shop-provider.tsx";
import { PaletteOrders } from "./palette-orders.tsx";
import { PalettePlaces } from "./palette-places.tsx";

const row =
  "flex cursor-pointer items-center justify-between gap-4 rounded-md px-3 py-2 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-ink";
const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-muted";

/** Every page, the usual views and any order, a few keys away (⌘K or Ctrl K). */
export function CommandPalette() {
  const t = useCopy("admin");
  const { dialog, input, open, close, search, setSearch, go } = usePalette();
  return (
    <>
      <button
        type="button"
        onClick={open}
        className="flex min-h-9 pointer-coarse:min-h-11 cursor-pointer items-center justify-between gap-3 rounded-md border border-line-strong bg-surface px-2.5 text-sm text-ink-muted hover:bg-surface-hover"
      >
        {t("nav.paletteShort")}
        <kbd className="hidden rounded-sm border border-line px-1.5 font-sans text-xs md:inline">⌘K</kbd>
      </button>
      <dialog
        ref={dialog}
        aria-label={t("palette.title")}
        onClick={(event) => event.target === event.currentTarget && close()}
        onKeyDown={(event) => event.key === "Escape" && close()}
        className="fixed inset-x-0 top-[12vh] m-0 mx-auto w-[min(36rem,calc(100vw-32px))] overflow-hidden rounded-lg border border-line bg-surface-raised p-0 text-ink shadow-overlay backdrop:bg-backdrop"
      >
        <Command label={t("palette.title")} shouldFilter={false} loop>
          <div className="flex items-center gap-2 border-b border-line pe-2">
            <Command.Input
              ref={input}
              value={search}
              onValueChange={setSearch}
              placeholder={t("palette.placeholder")}
              className="min-w-0 flex-1 bg-transparent px-4 py-3 text-base outline-none"
            />
            <button
              type="button"
              onClick={close}
              className="cursor-pointer rounded-md px-2 py-1 text-xs text-ink-muted hover:bg-surface-hover"
            >
              {t("palette.close")}
            </button>
          </div>
          <Command.List className="max-h-[50vh] overflow-y-auto p-2">
            <Command.Empty className="px-3 py-4 text-sm text-ink-muted">
              {t("palette.nothing", { text: search })}
            </Command.Empty>
            <PalettePlaces search={search} onGo={go} row={row} group={group} />
            <PaletteOrders search={search} onOpen={(id) => go(`/admin/orders/${id}`)} row={row} group={group} />
          </Command.List>
        </Command>
      </dialog>
    </>
  );
}

function usePalette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState("");
  const router = useRouter();
  const href = useHref();
  const open = useCallback(() => {
    setSearch("");
    dialog.current?.showModal();
    // The browser would put the focus on the list around it, which takes it too.
    input.current?.focus();
  }, []);
  const close = useCallback(() => dialog.current?.close(), []);
  const go = (address: string) => {
    close();
    const [path = "/", query] = address.split("?");
    router.push(href(path, Object.fromEntries(new URLSearchParams(query))));
  };
  useEffect(() => {
    const toggle = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      if (dialog.current?.open) close();
      else open();
    };
    document.addEventListener("keydown", toggle);
    return () => document.removeEventListener("keydown", toggle);
  }, [open, close]);
  return { dialog, input, open, close, search, setSearch, go };
}
