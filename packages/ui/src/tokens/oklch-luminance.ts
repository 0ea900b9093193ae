const pattern = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ [\d.]+)?\)/;

/** The relative luminance (WCAG 2) of an opaque `oklch(l c h)`, clipped to sRGB. Matrices: Björn Ottosson, "Oklab", 2020. */
export function oklchLuminance(color: string): number {
  const [, lightness, chroma, hue] = pattern.exec(color) ?? [];
  if (lightness === undefined || chroma === undefined || hue === undefined) throw new Error(`not an oklch(): ${color}`);
  const angle = (Number(hue) * Math.PI) / 180;
  const a = Number(chroma) * Math.cos(angle);
  const b = Number(chroma) * Math.sin(angle);
  const long = (Number(lightness) + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (Number(lightness) - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (Number(lightness) - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio (WCAG 2) of two opaque colours, 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  const [dark = 0, light = 0] = [oklchLuminance(one), oklchLuminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
