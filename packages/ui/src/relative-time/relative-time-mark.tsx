import { relativeTime } from "./relative-time.ts";

export interface RelativeTimeProps {
  at: Date | string | number;
  /** The time of rendering, taken once per request so that server and browser say the same. */
  now: Date | string | number;
  locale: string;
  /** An IANA zone for the exact time in the tooltip. */
  timeZone?: string | undefined;
  className?: string | undefined;
}

/** How long ago, or how soon; the exact time is in the tooltip and in the markup. */
export function RelativeTime({ at, now, locale, timeZone, className }: RelativeTimeProps) {
  const instant = new Date(at);
  const exact = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: timeZone ?? "UTC",
  }).format(instant);
  return (
    <time dateTime={instant.toISOString()} title={timeZone ? exact : `${exact} UTC`} className={className}>
      {relativeTime(instant.getTime(), new Date(now).getTime(), locale)}
    </time>
  );
}
