import { classNames } from "../class-names/index.ts";
import { Icon } from "../icon/index.ts";
import { RelativeTime, type RelativeTimeProps } from "../relative-time/index.ts";

export interface StaleMarkProps extends RelativeTimeProps {
  /** Before the age while the figures are fresh: "Updated". */
  freshLabel: string;
  /** Before the age once they are not: "Out of date, last updated". */
  staleLabel: string;
  staleAfterMs: number;
}

/** The age of what is shown; says so plainly once it is too old to lean on. */
export function StaleMark({ freshLabel, staleLabel, staleAfterMs, className, ...time }: StaleMarkProps) {
  const stale = new Date(time.now).getTime() - new Date(time.at).getTime() > staleAfterMs;
  return (
    <p
      className={classNames(
        "inline-flex flex-wrap items-center gap-1.5 rounded-sm text-xs",
        stale
          ? "border border-warning-line bg-warning-soft px-1.5 py-px font-semibold text-warning-ink"
          : "text-ink-muted",
        className,
      )}
    >
      <Icon name={stale ? "alert" : "clock"} />
      <span>
        {stale ? staleLabel : freshLabel} <RelativeTime {...time} />
      </span>
    </p>
  );
}
