import { locales, sourceFailures } from "@smplat/contracts/vocabulary";
import { expect, test } from "vitest";
import { describeFailure, isPassing } from "./reading-failures.ts";

test("every failure has a title and a way forward in every language, all different", () => {
  const texts = locales.flatMap((locale) =>
    sourceFailures.flatMap((kind) => Object.values(describeFailure(kind, locale))),
  );
  expect(texts).toHaveLength(locales.length * sourceFailures.length * 2);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.every((text) => text.length > 10)).toBe(true);
});

test("only trouble of the source, not of the channel, is worth trying again", () => {
  expect(sourceFailures.filter(isPassing).toSorted()).toEqual([
    "auth_expired",
    "rate_limited",
    "schema_changed",
    "source_down",
  ]);
});
