import type { SourceFailure } from "@smplat/contracts/vocabulary";
import { recordingLogger } from "@smplat/testing";
import { expect, test } from "vitest";
import { createClock } from "#kernel/clock";
import { failed, type ReadingOutcome, type ReadingPurpose } from "../social-account.ts";
import { createChannelReader } from "./channel-reader.ts";
import type { MetricSource } from "./source.ts";

/** A platform in a test: answers as told, by handle, and counts how often it is asked. */
function platform(
  answers: Readonly<Record<string, SourceFailure>>,
  more: Partial<MetricSource> = {},
  business = new Date("2026-11-22T10:00:00Z"),
) {
  const asked: string[] = [];
  let wall = Date.parse("2026-11-22T10:00:00Z");
  const start = new Date(wall);
  const clock = createClock({ wall: start, business, rate: 1 }, () => wall);
  const measured = (): ReadingOutcome => ({
    status: "measured",
    reading: {
      takenAt: new Date(wall),
      source: "test",
      method: "official_api",
      platformUserId: "id",
      displayName: null,
      avatarUrl: null,
      followers: 1,
      posts: 1,
      views: 1,
      precision: { kind: "exact", step: 0 },
      rawHash: "0",
      etag: null,
    },
  });
  const source: MetricSource = {
    id: "test",
    platform: "bluesky",
    method: "official_api",
    budget: { capacity: 100, perSecond: 10 },
    read: async ({ handle }) => {
      asked.push(handle);
      const kind = answers[handle];
      return kind === undefined ? measured() : failed(kind, kind === "rate_limited" ? new Date(wall + 300_000) : null);
    },
    ...more,
  };
  const log = recordingLogger();
  const reader = createChannelReader({ sources: [source], clock, logger: log.logger });
  const read = (handle: string, purpose: ReadingPurpose = "validation") =>
    reader.read("bluesky", { handle, platformUserId: null }, purpose);
  return { reader, read, asked, log, pass: (ms: number) => (wall += ms) };
}

const kindOf = (outcome: ReadingOutcome) => (outcome.status === "failed" ? outcome.failure.kind : "measured");

test("readers of the same channel at the same time share one request", async () => {
  const { read, asked } = platform({});
  const outcomes = await Promise.all([read("a"), read("a"), read("b"), read("a")]);
  expect(outcomes.map(kindOf)).toEqual(["measured", "measured", "measured", "measured"]);
  expect(asked.toSorted()).toEqual(["a", "b"]);
  await read("a");
  expect(asked).toHaveLength(3);
});

test("a definite no is not asked again for a minute, then it is", async () => {
  const { read, asked, pass } = platform({ gone: "not_found" });
  expect(kindOf(await read("gone"))).toBe("not_found");
  pass(59_000);
  expect(kindOf(await read("gone"))).toBe("not_found");
  expect(asked).toHaveLength(1);
  pass(2_000);
  await read("gone");
  expect(asked).toHaveLength(2);
});

test("trouble that passes by itself is asked again at once", async () => {
  const { read, asked } = platform({ limited: "rate_limited" });
  await read("limited");
  await read("limited");
  expect(asked).toHaveLength(2);
});

test("outages of five channels in a row rest the source: nobody waits for what is down", async () => {
  const outages = { a: "source_down", b: "source_down", c: "source_down", d: "source_down", e: "source_down" } as const;
  const { read, asked } = platform(outages);
  for (const handle of Object.keys(outages)) expect(kindOf(await read(handle))).toBe("source_down");
  const refused = await read("fine");
  expect(kindOf(refused)).toBe("source_down");
  expect(refused.status === "failed" && refused.failure.retryAt).toEqual(new Date("2026-11-22T10:00:10Z"));
  expect(asked).toHaveLength(5);
});

test("outages of one channel, however many, rest nobody else", async () => {
  const { read } = platform({ broken: "source_down" });
  for (let round = 0; round < 12; round += 1) expect(kindOf(await read("broken"))).toBe("source_down");
  expect(kindOf(await read("fine"))).toBe("measured");
});

test("one limited channel stops nobody; a second one in a row means that we are the ones who are limited", async () => {
  const { read, asked } = platform({ one: "rate_limited", two: "rate_limited" });
  await read("one");
  expect(kindOf(await read("fine"))).toBe("measured");
  await read("one");
  await read("two");
  const refused = await read("fine too");
  expect(kindOf(refused)).toBe("rate_limited");
  expect(refused.status === "failed" && refused.failure.retryAt).not.toBeNull();
  expect(asked).toEqual(["one", "fine", "one", "two"]);
});

test("an answer we don't understand is told to those who can repair it", async () => {
  const { read, log } = platform({ odd: "schema_changed" });
  await read("odd");
  expect(log.entries.map((entry) => entry.level)).toEqual(["warn"]);
});

test("a platform without a source is not measurable", () => {
  const { reader } = platform({});
  expect(reader.isMeasurable("bluesky")).toBe(true);
  expect(reader.isMeasurable("instagram")).toBe(false);
});

test("readings in the background share one request for five minutes; a person and a baseline get their own", async () => {
  const { read, asked, pass } = platform({});
  await read("a", "after");
  pass(4 * 60_000);
  await read("a", "after");
  await read("a", "delivery");
  expect(asked).toHaveLength(1);
  await read("a", "baseline");
  await read("a", "validation");
  expect(asked).toHaveLength(3);
  pass(5 * 60_000);
  await read("a", "after");
  expect(asked).toHaveLength(4);
});

test("a server that is down rests nobody on another server", async () => {
  const down = Object.fromEntries(["1", "2", "3", "4", "5"].map((n) => [`${n}@bad.example`, "source_down" as const]));
  const { read, reader } = platform(down, { bucketOf: ({ handle }) => handle.split("@")[1] ?? "" });
  for (const handle of Object.keys(down)) await read(handle);
  expect(reader.health()[0]).toMatchObject({
    breaker: "open",
    lanes: 1,
    failures: [{ kind: "source_down", count: 5 }],
  });
  expect(kindOf(await read("1@good.example"))).toBe("measured");
});

test("a platform that can only be read with its owner's consent asks for that", async () => {
  const { read, asked } = platform({}, { method: "owner_oauth" });
  expect(kindOf(await read("a"))).toBe("consent_required");
  expect(asked).toEqual([]);
});

test("what is paid for is counted once a channel and UTC day", async () => {
  const { read, reader, pass } = platform({}, { pricePerChannelDayUsd: 0.01 });
  for (const handle of ["a", "a", "b"]) await read(handle);
  expect(reader.health()[0]?.spentTodayUsd).toBe(0.02);
  pass(24 * 3_600_000);
  expect(reader.health()[0]?.spentTodayUsd).toBe(0);
});

test("how a source does is told in the shop's time, as its readings are, also where that runs ahead", async () => {
  const ahead = new Date("2026-12-08T10:00:00Z");
  const { read, reader } = platform({ gone: "not_found" }, {}, ahead);
  await read("a");
  await read("gone");
  expect(reader.health()[0]).toMatchObject({ lastSuccessAt: ahead, failures: [{ kind: "not_found", lastAt: ahead }] });
});
