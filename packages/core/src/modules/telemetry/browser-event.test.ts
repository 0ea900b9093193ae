import { describe, expect, test } from "vitest";
import { believableTime, isAcceptable, type ReceivedEvent } from "./browser-event.ts";

const event: ReceivedEvent = {
  id: "0190a6f0-0000-7000-8000-000000000001",
  name: "product.viewed",
  recordedAt: new Date("2026-01-01T00:00:00Z"),
  platformSlug: "youtube",
  metadata: { productId: "prd_1", position: 3, first: true, from: null },
};

describe("what a browser may store", () => {
  test("a listed name with flat values is taken", () => {
    expect(isAcceptable(event)).toBe(true);
  });

  test("a name of our own events is refused, so that a browser can't tell us an order was paid", () => {
    expect(isAcceptable({ ...event, name: "order.paid" })).toBe(false);
    expect(isAcceptable({ ...event, name: "constructor" })).toBe(false);
  });

  test.each([
    ["a NUL", { note: "a\u0000b" }],
    ["half a surrogate pair", { note: "\ud800" }],
    ["a key with a NUL", { "a\u0000b": 1 }],
    ["more than thirty values", Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`k${index}`, index]))],
  ])("%s in the metadata is refused before the database has to", (_what, metadata) => {
    expect(isAcceptable({ ...event, metadata })).toBe(false);
  });
});

describe("the browser's clock", () => {
  const received = new Date("2026-01-08T00:00:00Z");
  test.each([
    ["2025-06-01T00:00:00Z", "2026-01-01T00:00:00Z"],
    ["2026-01-07T12:00:00Z", "2026-01-07T12:00:00Z"],
    ["2026-01-08T00:04:00Z", "2026-01-08T00:04:00Z"],
    ["2030-01-01T00:00:00Z", "2026-01-08T00:05:00Z"],
  ])("%s is taken as %s", (said, believed) => {
    expect(believableTime(new Date(said), received)).toEqual(new Date(believed));
  });
});
