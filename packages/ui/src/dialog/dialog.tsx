"use client";

import { DialogFrame, type DialogFrameProps } from "./dialog-frame.tsx";

export interface DialogProps extends DialogFrameProps {}

/** A question or a small task in the middle of the page; on a phone it rises from the bottom edge. */
export function Dialog(props: DialogProps) {
  return (
    <DialogFrame
      {...props}
      className="inset-x-0 bottom-0 top-auto mx-auto max-h-[88dvh] w-full translate-y-3 rounded-t-lg border-t open:translate-y-0 starting:open:translate-y-3 sm:inset-0 sm:m-auto sm:h-fit sm:w-[min(34rem,calc(100vw-48px))] sm:rounded-lg sm:border"
    />
  );
}
