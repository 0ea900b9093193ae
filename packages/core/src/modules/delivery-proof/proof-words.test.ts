import { locales, sourceFailures } from "@smplat/contracts/vocabulary";
import { expect, test } from "vitest";
import type { Finding } from "./proof.ts";
import { explain, explainMissing } from "./proof-words.ts";

const findings: readonly Finding[] = [
  "not_started",
  "working",
  "awaiting_reading",
  "canceled",
  "platform_reported",
  "above_usual",
  "within_usual",
  "below_usual",
  "no_history",
  "no_baseline",
  "not_measured",
];

test("no explanation says that the work made the channel grow", () => {
  const claims = /\b(because of|thanks to|proves? that|due to|led to|dank|bewirkt|bewiesen)\b/i;
  for (const locale of locales) {
    for (const finding of findings) expect(explain(finding, locale, { attested: true })).not.toMatch(claims);
  }
  expect(explain("above_usual", "en", { attested: false })).toContain("can't show that the work caused it");
});

test("every reason for a missing reading has words in every language, also one nobody knows any more", () => {
  for (const locale of locales) {
    for (const code of [...sourceFailures, "no_channel", "no_source", "deadline"]) {
      expect(explainMissing(code, locale)).toMatch(/\.$/);
    }
    expect(explainMissing("some old code", locale)).toBe(explainMissing("deadline", locale));
  }
});
