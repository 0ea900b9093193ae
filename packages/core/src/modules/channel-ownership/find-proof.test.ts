import { describe, expect, test } from "vitest";
import { findProof } from "./find-proof.ts";

const page = "https://shop.example/me/7K3M9QXT";
const nothing = { handle: "maker", bio: null, links: [], verifiedLinks: [] } as const;
const find = (about: Partial<Parameters<typeof findProof>[0]>) => findProof({ ...nothing, ...about }, "7K3M9QXT", page);

describe("what a channel says of itself", () => {
  test("the strongest place counts: a verified link, a link, the description", () => {
    const bio = "smplat-7K3M9QXT";
    expect(find({ verifiedLinks: [page], links: [page], bio })).toEqual({ method: "protocol", place: "verified_link" });
    expect(find({ links: [page], bio })).toEqual({ method: "protocol", place: "link" });
    expect(find({ bio })).toEqual({ method: "bio_code", place: "bio" });
    expect(find({})).toBeNull();
  });

  test("a link to the same path on another host, or to another code's page, is none of ours", () => {
    expect(find({ verifiedLinks: ["https://evil.example/me/7K3M9QXT"] })).toBeNull();
    expect(find({ links: ["https://shop.example/me/AAAAAAAA", "not a link"] })).toBeNull();
  });
});
