import type { Platform } from "@smplat/contracts/vocabulary";
import { type ArtInk, artTiles, tileSize } from "./art-tiles.ts";

const fills: Readonly<Record<ArtInk, string>> = {
  tint: "fill-tint-soft",
  line: "fill-tint-line",
  ink: "fill-tint-ink",
  accent: "fill-accent",
  paper: "fill-surface",
};
const strokes: Readonly<Record<ArtInk, string>> = {
  tint: "stroke-tint-soft",
  line: "stroke-tint-line",
  ink: "stroke-tint-ink",
  accent: "stroke-accent",
  paper: "stroke-surface",
};

interface ProductArtProps {
  seed: number;
  /** Whose tint the picture takes. */
  platform: Platform | undefined;
  /** Said by screen readers; a picture without it is decoration. */
  alt?: string | undefined;
  columns?: number;
  rows?: number;
  className?: string | undefined;
}

/** The picture of a product, drawn from its seed in the colours of its platform. */
export function ProductArt({ seed, platform, alt, columns = 6, rows = 4, className }: ProductArtProps) {
  const tiles = artTiles(seed, columns, rows);
  return (
    <svg
      viewBox={`0 0 ${columns * tileSize} ${rows * tileSize}`}
      preserveAspectRatio="xMidYMid slice"
      data-tint={platform}
      role={alt === undefined ? undefined : "img"}
      aria-label={alt}
      aria-hidden={alt === undefined ? true : undefined}
      shapeRendering="geometricPrecision"
      className={`block bg-tint-soft ${className ?? ""}`}
    >
      {tiles.map((tile) => (
        <g key={`${tile.x}-${tile.y}`} transform={`translate(${tile.x} ${tile.y})`}>
          <path d={`M0 0H${tileSize + 0.3}V${tileSize + 0.3}H0z`} className={fills[tile.ground]} />
          {tile.path === "" ? null : (
            <path
              d={tile.path}
              fill={tile.line ? "none" : undefined}
              strokeWidth={tile.line ? 4 : undefined}
              className={tile.line ? strokes[tile.figure] : fills[tile.figure]}
            />
          )}
        </g>
      ))}
    </svg>
  );
}
