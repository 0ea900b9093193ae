import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrastRatio } from "./oklch-luminance.ts";

const css = readFileSync(new URL("./palette.css", import.meta.url), "utf8");
const tokens = new Map<string, { light: string; dark: string }>();
for (const [, name, light, dark] of css.matchAll(/--([a-z-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)/g)) {
  if (name && light && dark) tokens.set(name, { light, dark });
}

const aaa = 7;
const aa = 4.5;
const mark = 3;
const grounds = ["canvas", "surface", "surface-raised", "surface-sunken"];
const tones = ["accent", "success", "warning", "critical", "info", "neutral"];
const platforms = ["instagram", "tiktok", "youtube", "x", "bluesky", "mastodon", "twitch"];

/** Every text token on every background it may stand on, with its floor. */
const pairs: readonly (readonly [text: string, ground: string, floor: number])[] = [
  ...[...grounds, "surface-hover"].flatMap((ground) => [
    ["ink", ground, aaa] as const,
    ["ink-muted", ground, ground === "surface-hover" ? 6.5 : aaa] as const,
    ["ink-subtle", ground, aa] as const,
  ]),
  ...tones.flatMap((tone) => [
    [`${tone}-ink`, `${tone}-soft`, aaa] as const,
    [`${tone}-ink`, "surface", aaa] as const,
    [`${tone}-ink`, "canvas", aaa] as const,
    ["ink", `${tone}-soft`, aaa] as const,
    ["ink-muted", `${tone}-soft`, aa] as const,
    [tone, "surface", mark] as const,
    [tone, `${tone}-soft`, mark] as const,
  ]),
  ...["success", "warning", "critical", "info"].map((tone) => [`on-${tone}`, tone, aa] as const),
  ["on-critical", "critical-hover", aa],
  ["on-accent", "accent", aa],
  ["on-accent", "accent-hover", aa],
  ["on-inverse", "inverse", aaa],
  ...platforms.flatMap((platform) => [
    [`platform-${platform}-ink`, `platform-${platform}-soft`, aaa] as const,
    [`platform-${platform}-ink`, "surface", aaa] as const,
  ]),
  ...grounds.map((ground) => ["line-strong", ground, mark] as const),
  ...grounds.flatMap((ground) => [
    ["experiment-control", ground, mark] as const,
    ["experiment-a", ground, mark] as const,
    ["experiment-b", ground, mark] as const,
    ["experiment-c", ground, mark] as const,
    ["chart-baseline", ground, mark] as const,
    ["chart-expected", ground, mark] as const,
  ]),
];

function color(name: string, theme: "light" | "dark"): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`palette.css has no --${name}`);
  return token[theme];
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test("every text and every mark stands out from every background it may stand on", () => {
    const tooWeak = pairs
      .map(([text, ground, floor]) => ({
        pair: `${text} on ${ground}`,
        floor,
        ratio: Number(contrastRatio(color(text, theme), color(ground, theme)).toFixed(2)),
      }))
      .filter(({ ratio, floor }) => ratio < floor);
    expect(tooWeak).toEqual([]);
  });
});

test("every text token of the palette is in a pair", () => {
  const paired = new Set(pairs.map(([text]) => text));
  const texts = [...tokens.keys()].filter((name) => /(^|-)ink(-|$)|^on-/.test(name));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((name) => !paired.has(name))).toEqual([]);
});

test("contrast is that of the standard: black on white is 21 to 1", () => {
  expect(contrastRatio("oklch(0 0 0)", "oklch(1 0 0)")).toBeCloseTo(21, 1);
});
