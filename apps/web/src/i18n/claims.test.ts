import { expect, test } from "vitest";
import { messages } from "./messages.ts";

function texts(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  );
}

/**
 * Words that say the work made a channel grow. A before and after can't show that; only results a platform itself
 * counted are attributed, and they have their own label.
 */
const causes = {
  en: /\b(because of (us|our|the work)|thanks to|caused by|the work caused|led to|resulted in|drove|guaranteed (growth|followers)|proves? that (the|our) work|gained through|won through)\b/i,
  de: /(?<![a-zäöü])(dank (uns|unserer|der arbeit)|durch unsere arbeit|bewirkt|verursacht|führte zu|beweist, dass|garantiert(es|e)? (wachstum|follower)|gewonnen durch)(?![a-zäöü])/i,
} as const;

/** Words that deny a cause use the same verbs. */
const denials = /\b(not|no|never|can't|cannot|nicht|kein|keine|nie)\b/i;

test.each(["en", "de"] as const)("no text in %s says that the work made a channel grow", (locale) => {
  const claiming = texts(messages[locale]).filter(([, text]) =>
    text.split(/(?<=[.!?])\s+/).some((sentence) => causes[locale].test(sentence) && !denials.test(sentence)),
  );
  expect(claiming).toEqual([]);
});

test.each(["en", "de"] as const)("in %s the label of a fit says fit, and not effect", (locale) => {
  const { labels } = messages[locale].proof;
  expect(labels.consistent_with).toMatch(/consistent|vereinbar|passt/i);
  expect(labels.inconclusive).toMatch(/can't|nicht|offen/i);
});

test("the test finds a claim when there is one", () => {
  expect(causes.en.test("You gained 500 followers thanks to our campaign.")).toBe(true);
  expect(causes.de.test("500 Follower mehr dank unserer Kampagne.")).toBe(true);
});
