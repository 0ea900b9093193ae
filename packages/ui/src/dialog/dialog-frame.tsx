"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";

export interface DialogFrameProps {
  open: boolean;
  /** Called for every way out: Escape, the close button, a press beside the dialog. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** Buttons at the end, always in view. */
  footer?: ReactNode;
}

/**
 * The native `<dialog>` under Dialog and Drawer. The browser keeps the focus inside, gives it back, answers Escape and
 * makes the rest of the page inert.
 */
export function DialogFrame(props: DialogFrameProps & { className: string }) {
  const { open, onClose, title, closeLabel, children, footer, className } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  useEffect(() => {
    const element = dialog.current;
    // The content covers the dialog wholly, so a press on the dialog itself is a press on its backdrop.
    const closeFromBackdrop = (event: MouseEvent) => event.target === element && onClose();
    element?.addEventListener("click", closeFromBackdrop);
    return () => element?.removeEventListener("click", closeFromBackdrop);
  }, [onClose]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={() => open && onClose()}
      className={classNames(
        "fixed m-0 max-h-none max-w-none overflow-hidden border-line bg-surface-raised p-0 text-ink shadow-overlay open:flex",
        "transition-[opacity,translate,display,overlay] transition-discrete duration-(--motion-slow) ease-out",
        "opacity-0 open:opacity-100 starting:open:opacity-0",
        "backdrop:bg-backdrop backdrop:transition-opacity backdrop:duration-(--motion-slow)",
        className,
      )}
    >
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-2 dense:px-4 dense:pt-3">
          <h2 id={titleId} className="text-xl wrap-anywhere">
            {title}
          </h2>
          <button
            type="button"
            aria-label={closeLabel}
            onClick={onClose}
            className="-me-2 grid size-9 shrink-0 cursor-pointer place-items-center rounded-md text-lg text-ink-muted hover:bg-surface-hover hover:text-ink"
          >
            <Icon name="cross" />
          </button>
        </header>
        {/* Scrolls on its own, and must then be reachable by keyboard. */}
        <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-5 dense:px-4">{children}</div>
        {footer ? (
          <footer className="flex flex-wrap justify-end gap-2 border-t px-6 py-4 dense:px-4 dense:py-3">
            {footer}
          </footer>
        ) : null}
      </div>
    </dialog>
  );
}
