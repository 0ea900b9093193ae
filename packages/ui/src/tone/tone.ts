import type { IconName } from "../icon/index.ts";

/** What a thing means, never which colour it has. */
export type Tone = "neutral" | "accent" | "success" | "warning" | "critical" | "info";

/** A soft background with readable text on it. */
export const toneSoft: Readonly<Record<Tone, string>> = {
  neutral: "bg-neutral-soft text-neutral-ink border-neutral-line",
  accent: "bg-accent-soft text-accent-ink border-accent-line",
  success: "bg-success-soft text-success-ink border-success-line",
  warning: "bg-warning-soft text-warning-ink border-warning-line",
  critical: "bg-critical-soft text-critical-ink border-critical-line",
  info: "bg-info-soft text-info-ink border-info-line",
};

/** A mark: a dot, a bar. */
export const toneMarks: Readonly<Record<Tone, string>> = {
  neutral: "bg-neutral",
  accent: "bg-accent",
  success: "bg-success",
  warning: "bg-warning",
  critical: "bg-critical",
  info: "bg-info",
};

/** The sign that says the same as the colour, for those who can't tell the colours apart. */
export const toneIcons: Readonly<Record<Tone, IconName>> = {
  neutral: "dot",
  accent: "dot",
  success: "check",
  warning: "alert",
  critical: "stop",
  info: "clock",
};
