"use client";

import { DialogFrame, type DialogFrameProps } from "../dialog/index.ts";

export interface DrawerProps extends DialogFrameProps {}

/** Detail beside the list it came from. Slides in from the end edge and takes a phone's whole width. */
export function Drawer(props: DrawerProps) {
  return (
    <DialogFrame
      {...props}
      className="inset-y-0 end-0 start-auto h-dvh w-full translate-x-6 open:translate-x-0 starting:open:translate-x-6 sm:w-[min(30rem,92vw)] sm:border-s"
    />
  );
}
