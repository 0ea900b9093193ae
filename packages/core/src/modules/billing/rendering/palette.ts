/** The shop's light colors as sRGB: papers are printed, so there is no dark twin. */
export const palette = {
  ink: "#1d1914",
  muted: "#534d46",
  subtle: "#6b655d",
  line: "#e1ded9",
  sunken: "#f2f0ec",
  accent: "#2b45ce",
  accentInk: "#2338bc",
  accentSoft: "#eaefff",
  successSoft: "#ddf7e7",
  success: "#0f824b",
  successInk: "#085431",
  white: "#ffffff",
} as const;
