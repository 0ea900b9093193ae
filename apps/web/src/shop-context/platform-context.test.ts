import { expect, test } from "vitest";
import { formatPlatform, parsePlatform } from "./platform-context.ts";

test("a channel survives being written into an address and read again", () => {
  for (const channel of [
    { platform: "instagram", handle: "@brand" },
    { platform: "mastodon", handle: "@a@b.example" },
    { platform: "x", handle: null },
  ] as const) {
    expect(parsePlatform(formatPlatform(channel))).toEqual(channel);
  }
});

test("what is no platform of ours is nothing, not a guess", () => {
  for (const value of ["", "myspace:@a", ":@a", null, undefined]) expect(parsePlatform(value)).toBeNull();
});

test("a handle can't grow without end", () => {
  expect(parsePlatform(`tiktok:${"a".repeat(500)}`)?.handle).toHaveLength(120);
});
