export { relativeTime } from "./relative-time.ts";
export { RelativeTime, type RelativeTimeProps } from "./relative-time-mark.tsx";
