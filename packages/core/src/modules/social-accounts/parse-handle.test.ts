import type { Platform } from "@smplat/contracts/vocabulary";
import { expect, test } from "vitest";
import { isDomainError } from "#kernel/domain-error";
import { parseHandle } from "./parse-handle.ts";

const read: readonly [Platform, string, string][] = [
  ["instagram", "@Studio.Nord", "studio.nord"],
  ["instagram", "https://www.instagram.com/studio.nord/?hl=de", "studio.nord"],
  ["instagram", "instagram.com/studio_nord", "studio_nord"],
  ["instagram", "ｓｔｕｄｉｏ", "studio"],
  ["tiktok", "https://www.tiktok.com/@maker.lab?lang=en", "maker.lab"],
  ["tiktok", "maker.lab", "maker.lab"],
  ["youtube", "@MakerLab", "makerlab"],
  ["youtube", "https://m.youtube.com/@MakerLab/videos", "makerlab"],
  ["youtube", "youtube.com/channel/UC_x5XG1OV2P6uZZ5FSM9Ttw", "UC_x5XG1OV2P6uZZ5FSM9Ttw"],
  ["youtube", "UC_x5XG1OV2P6uZZ5FSM9Ttw", "UC_x5XG1OV2P6uZZ5FSM9Ttw"],
  ["youtube", "@кухня-дома", "кухня-дома"],
  ["youtube", "https://www.youtube.com/@%D0%BA%D1%83%D1%85%D0%BD%D1%8F", "кухня"],
  ["youtube", "@東京ラーメン", "東京ラーメン"],
  ["youtube", "@müller", "müller"],
  ["x", "https://twitter.com/Some_One/status/123", "some_one"],
  ["x", "x.com/some_one", "some_one"],
  ["bluesky", "@Alice.bsky.social", "alice.bsky.social"],
  ["bluesky", "alice", "alice.bsky.social"],
  ["bluesky", "https://bsky.app/profile/alice.example.com/post/3k", "alice.example.com"],
  ["bluesky", "did:plc:z72i7hdynmk6r22z27h6tvur", "did:plc:z72i7hdynmk6r22z27h6tvur"],
  ["mastodon", "@Eva@Mastodon.social", "eva@mastodon.social"],
  ["mastodon", "https://mastodon.social/@eva", "eva@mastodon.social"],
  ["mastodon", "https://mastodon.social/@eva@chaos.social", "eva@chaos.social"],
  ["twitch", "https://www.twitch.tv/Streamer_1", "streamer_1"],
];

test.each(read)("%s reads %s as %s", (platform, input, handle) => {
  const parsed = parseHandle(platform, input);
  expect(parsed.handle).toBe(handle);
  expect(parseHandle(platform, parsed.profileUrl).handle).toBe(handle);
});

const refused: readonly [Platform, string, string][] = [
  ["instagram", "", "nothing"],
  ["instagram", "two words", "a space"],
  ["instagram", "a..b", "two dots in a row"],
  ["instagram", "name.", "a dot at the end"],
  ["instagram", "x".repeat(31), "too long"],
  ["instagram", "https://www.instagram.com/p/Cxyz/", "a post"],
  ["instagram", "https://www.tiktok.com/@maker", "another platform"],
  ["instagram", "https://instagram.com.evil.example/maker", "a look-alike host"],
  ["instagram", "https://instagram.com@evil.example/maker", "a host in the user part"],
  ["instagram", "javascript://instagram.com/maker", "a script"],
  ["instagram", "mаker", "a Cyrillic letter among Latin ones"],
  ["youtube", "mаker", "a Cyrillic letter among Latin ones, where Cyrillic is allowed"],
  ["youtube", "αpple", "a Greek letter among Latin ones"],
  ["youtube", "ma​ker", "a zero-width space"],
  ["youtube", "‮rekam", "a direction mark"],
  ["youtube", "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "a video"],
  ["youtube", "https://www.youtube.com/c/Maker", "an old custom link, which no source can resolve"],
  ["youtube", "ab", "too short"],
  ["x", "this_is_far_too_long", "too long"],
  ["x", "https://x.com/home", "a page of the platform"],
  ["bluesky", "https://bsky.app/search", "a page of the platform"],
  ["bluesky", "did:plc:short", "half a DID"],
  ["mastodon", "eva", "no server"],
  ["mastodon", "eva@localhost", "no public server"],
  ["mastodon", "a@b@c.social", "too many parts"],
  ["twitch", "ab", "too short"],
  ["tiktok", "maker\u0000", "a NUL"],
];

test.each(refused)("%s refuses %j: %s", (platform, input) => {
  let thrown: unknown = null;
  try {
    parseHandle(platform, input);
  } catch (error) {
    thrown = error;
  }
  expect(isDomainError(thrown, "channel.handle-invalid")).toBe(true);
});
