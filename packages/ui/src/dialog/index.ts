export { Dialog, type DialogProps } from "./dialog.tsx";
export { DialogFrame, type DialogFrameProps } from "./dialog-frame.tsx";
