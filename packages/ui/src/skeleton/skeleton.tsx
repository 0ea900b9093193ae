import { classNames } from "../class-names/index.ts";

export interface SkeletonProps {
  /** What is being loaded, for screen readers. */
  label: string;
  shape?: "text" | "block" | "rows";
  /** Lines of text, or rows. */
  count?: number;
  /** The height of a block, in px: that of the thing to come, so that nothing jumps. */
  height?: number;
  className?: string | undefined;
}

const lineWidths = ["w-11/12", "w-full", "w-4/5", "w-3/5"] as const;

/** Holds the place of something that is on its way. */
export function Skeleton({ label, shape = "text", count = 3, height = 160, className }: SkeletonProps) {
  const bone = "animate-pulse rounded-sm bg-neutral-soft";
  const indexes = Array.from({ length: count }, (_, index) => index);
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      <div aria-hidden="true" className="grid gap-2.5">
        {shape === "block" ? <div className={classNames(bone, "rounded-md!")} style={{ height }} /> : null}
        {shape === "text"
          ? indexes.map((index) => (
              <div key={index} className={classNames(bone, "h-[0.85em]", lineWidths[index % lineWidths.length])} />
            ))
          : null}
        {shape === "rows"
          ? indexes.map((index) => (
              <div key={index} className="flex items-center gap-4 border-b border-line py-(--row-padding)">
                <div className={classNames(bone, "h-[1em] w-24")} />
                <div className={classNames(bone, "h-[1em] flex-1")} />
                <div className={classNames(bone, "h-[1em] w-16")} />
              </div>
            ))
          : null}
      </div>
    </div>
  );
}
