import { classNames } from "../class-names/index.ts";

export interface AvatarProps {
  /** The address of the picture; its first letter stands in for a missing one. */
  src: string | null;
  /** Stands beside the picture in words, so the picture itself says nothing. */
  name: string;
  className?: string | undefined;
}

/** The picture of a person or a channel. Loaded from wherever it lives, without telling where it is shown. */
export function Avatar({ src, name, className }: AvatarProps) {
  const frame = "size-12 shrink-0 rounded-full border border-tint-line dense:size-8";
  if (src === null) {
    return (
      <span
        aria-hidden="true"
        className={classNames("display grid place-items-center bg-tint-soft text-lg text-tint-ink", frame, className)}
      >
        {name.replace(/^@/, "").slice(0, 1).toUpperCase()}
      </span>
    );
  }
  return (
    <img
      src={src}
      alt=""
      width={48}
      height={48}
      referrerPolicy="no-referrer"
      loading="lazy"
      className={classNames("object-cover", frame, className)}
    />
  );
}
