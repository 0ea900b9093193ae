/** The shop's colors as sRGB, light and dark. */
export const mailColors = {
  canvas: "#faf9f6",
  surface: "#ffffff",
  sunken: "#f2f0ec",
  line: "#e1ded9",
  ink: "#1d1914",
  muted: "#534d46",
  subtle: "#6b655d",
  accent: "#2b45ce",
  accentInk: "#2338bc",
  accentSoft: "#eaefff",
  success: "#0f824b",
} as const;

/** For readers who prefer dark and programs that listen; the others show the light colors. */
export const mailStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
.detail { color: ${mailColors.muted}; font-size: 13px; line-height: 1.45; }
.label { background: ${mailColors.accentSoft}; color: ${mailColors.accentInk}; border-radius: 10px; padding: 2px 9px; font-size: 12px; font-weight: 600; }
@media (prefers-color-scheme: dark) {
  .canvas, .canvas > div { background-color: #13110e !important; }
  .surface, .surface > table, .surface td { background-color: #1c1916 !important; }
  .ink div, .ink td, .ink th { color: #f2f0ec !important; }
  .muted div, .ink div.detail, .ink td .detail { color: #bcb8b2 !important; }
  .ink td.rule, .ink tr.rule td { border-color: #37342f !important; }
  .label { background: #1f2748 !important; color: #adbcff !important; }
  .ink a.link { color: #adbcff !important; }
  .ink td.rest { background-color: #37342f !important; }
  .ink td.done { background-color: #4fc88a !important; }
  .button a, .button td { background: #8da2fe !important; color: #0c112a !important; }
}
`;
