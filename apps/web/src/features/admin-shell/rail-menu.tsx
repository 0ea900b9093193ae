"use client";

import { Button } from "@smplat/ui/button";
import { Icon } from "@smplat/ui/icon";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useCopy } from "#i18n/copy.tsx";

/** What of the rail a narrow screen folds away behind a button; on wider ones it is simply there. */
export function RailMenu({ children }: { children: ReactNode }) {
  const t = useCopy("admin");
  const path = usePathname();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  // Remembering the page it was opened on closes it by itself wherever one goes from there.
  const [openedOn, setOpenedOn] = useState<string>();
  const open = openedOn === path;
  useEffect(() => {
    if (!open) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpenedOn(undefined);
      button.current?.focus();
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [open]);
  return (
    <>
      <Button
        ref={button}
        variant="secondary"
        size="small"
        className="ms-auto md:hidden"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpenedOn(open ? undefined : path)}
      >
        <Icon name={open ? "cross" : "chevron-down"} />
        {t("nav.menu")}
      </Button>
      <div id={id} className={`${open ? "grid" : "hidden"} min-w-0 basis-full gap-3 pb-2 md:contents`}>
        {children}
      </div>
    </>
  );
}
