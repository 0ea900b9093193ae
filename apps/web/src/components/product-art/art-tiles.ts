import { seededNumbers } from "./seeded-numbers.ts";

/** The edge of one tile in the picture's own units. */
export const tileSize = 40;

const inks = ["tint", "line", "ink", "accent", "paper"] as const;
export type ArtInk = (typeof inks)[number];

/** One tile: a ground, and a figure drawn on it as a path. */
export interface ArtTile {
  readonly x: number;
  readonly y: number;
  readonly ground: ArtInk;
  readonly figure: ArtInk;
  readonly path: string;
  /** Drawn as a line instead of a filled shape. */
  readonly line: boolean;
}

const size = tileSize;
const half = size / 2;
/** A quarter disc in each corner, a half disc on each side, a full disc, stacked bars, an interval with its whiskers. */
const quarters = [
  `M0 0H${size}A${size} ${size} 0 0 1 0 ${size}Z`,
  `M${size} 0V${size}A${size} ${size} 0 0 1 0 0Z`,
  `M${size} ${size}H0A${size} ${size} 0 0 1 ${size} 0Z`,
  `M0 ${size}V0A${size} ${size} 0 0 1 ${size} ${size}Z`,
];
const halves = [
  `M0 0H${size}A${half} ${half} 0 0 1 0 0Z`,
  `M0 ${size}H${size}A${half} ${half} 0 0 0 0 ${size}Z`,
  `M0 0V${size}A${half} ${half} 0 0 0 0 0Z`,
  `M${size} 0V${size}A${half} ${half} 0 0 1 ${size} 0Z`,
];
const discs = [`M${half} 7a13 13 0 1 1 0 26a13 13 0 1 1 0 -26Z`];
const rising = ["M6 40V28h7v12zM16.5 40V19h7v21zM27 40V8h7v32z"];
const whiskers = [`M${half} 8V32M12 8h16M12 32h16`, "M8 20H32M8 12v16M32 12v16"];

const families = [
  { paths: quarters, upTo: 0.46, line: false },
  { paths: halves, upTo: 0.66, line: false },
  { paths: discs, upTo: 0.78, line: false },
  { paths: rising, upTo: 0.88, line: false },
  { paths: whiskers, upTo: 1, line: true },
] as const;

const palettes: readonly (readonly [ground: ArtInk, figure: ArtInk])[][] = [
  [
    ["tint", "line"],
    ["tint", "ink"],
    ["line", "paper"],
    ["paper", "line"],
  ],
  [
    ["tint", "ink"],
    ["tint", "accent"],
    ["paper", "line"],
    ["ink", "tint"],
  ],
  [
    ["paper", "ink"],
    ["tint", "line"],
    ["line", "ink"],
    ["tint", "paper"],
  ],
  [
    ["tint", "line"],
    ["accent", "tint"],
    ["paper", "line"],
    ["tint", "ink"],
  ],
];

/** The tiles of a picture: the same seed always gives the same ones. */
export function artTiles(seed: number, columns: number, rows: number): readonly ArtTile[] {
  const next = seededNumbers(seed);
  const pick = <T>(items: readonly T[], fallback: T): T => items[Math.floor(next() * items.length)] ?? fallback;
  const palette = pick(palettes, []);
  const tiles: ArtTile[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const draw = next();
      const family = families.find(({ upTo }) => draw < upTo) ?? families[0];
      const [ground, figure] = pick(palette, ["tint", "line"]);
      const path = next() < 0.12 ? "" : pick<string>(family.paths, "");
      tiles.push({ x: column * size, y: row * size, ground, figure, path, line: family.line });
    }
  }
  return tiles;
}
