import { expect, test } from "vitest";
import { filterQuery, isFiltered, readFilters } from "./list-filters.ts";

test("an address with nothing in it is the plain list", () => {
  const filters = readFilters({});
  expect(isFiltered(filters)).toBe(false);
  expect(Object.values(filterQuery(filters)).filter(Boolean)).toEqual([]);
});

test("no address can break the list: what is unknown is left out", () => {
  const filters = readFilters({ platform: "myspace", category: ["nope", "audit"], min: "-3", max: "abc", sort: "x" });
  expect(filters).toEqual({
    platform: null,
    category: null,
    q: "",
    min: null,
    max: null,
    sort: "featured",
    cursor: null,
  });
});

test("filters survive being written into an address and read again", () => {
  const filters = readFilters({ platform: "tiktok:@me", category: "audit", q: " reels ", min: "5", sort: "title" });
  const again = Object.entries(filterQuery(filters)).map(([name, value]) => [name, value == null ? "" : `${value}`]);
  expect(readFilters(Object.fromEntries(again))).toEqual(filters);
});
