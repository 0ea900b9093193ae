import { expect, test } from "vitest";
import { artTiles } from "./art-tiles.ts";

test("a product always has the same picture", () => {
  expect(artTiles(42, 6, 4)).toEqual(artTiles(42, 6, 4));
});

test("two products have different pictures", () => {
  const pictures = new Set(Array.from({ length: 100 }, (_, seed) => JSON.stringify(artTiles(seed, 6, 4))));
  expect(pictures.size).toBe(100);
});

test("a figure is never drawn in the colour of its ground", () => {
  const tiles = Array.from({ length: 50 }, (_, seed) => artTiles(seed, 6, 4)).flat();
  expect(tiles.filter(({ ground, figure }) => ground === figure)).toEqual([]);
});
