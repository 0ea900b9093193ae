import { classNames } from "../class-names/index.ts";

/** Strokes on a 16 × 16 grid. */
const paths = {
  check: "M3 8.6 6.4 12 13 4.6",
  cross: "m4 4 8 8m0-8-8 8",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  alert: "M8 2.4 14.2 13.4H1.8L8 2.4Zm0 4.2v3.1m0 1.7v.2",
  info: "M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9Zm0 5.3v3.9M8 4.9v.2",
  clock: "M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9Zm0 2.9V8l2.2 1.5",
  stop: "M5.5 1.9h5l3.6 3.6v5l-3.6 3.6h-5l-3.6-3.6v-5l3.6-3.6ZM8 4.8v3.9m0 2v.2",
  "chevron-down": "m3.5 6 4.5 4.5L12.5 6",
  "chevron-right": "m6 3.5 4.5 4.5L6 12.5",
  "chevron-left": "M10 3.5 5.5 8l4.5 4.5",
  "arrow-up": "M8 13V3m0 0L4 7m4-4 4 4",
  "arrow-down": "M8 3v10m0 0 4-4m-4 4L4 9",
  sort: "M5 6.2 8 3l3 3.2M5 9.8 8 13l3-3.2",
  dot: "M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
} as const;

export type IconName = keyof typeof paths;

export interface IconProps {
  name: IconName;
  className?: string | undefined;
}

/** A small drawn sign, always beside words and therefore hidden from screen readers. Takes the text's colour and size. */
export function Icon({ name, className }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 16 16"
      className={classNames("inline-block size-[1em] shrink-0", className)}
      fill={name === "dot" ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
