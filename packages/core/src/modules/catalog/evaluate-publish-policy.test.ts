import { sampleProduct } from "@smplat/testing";
import { describe, expect, test } from "vitest";
import { evaluatePublishPolicy } from "./evaluate-publish-policy.ts";
import type { ProductContent } from "./product.ts";

const at = new Date("2026-11-22T12:00:00Z");
const decide = (changes: Partial<ProductContent>) => evaluatePublishPolicy({ ...sampleProduct, ...changes }, at);
const rules = (changes: Partial<ProductContent>) => decide(changes).reasons.map((reason) => reason.rule);
const both = (text: string) => ({ en: text, de: text });

test("a lawful product is allowed, and the decision carries its time", () => {
  expect(decide({})).toEqual({ outcome: "allowed", reasons: [], checkedAt: "2026-11-22T12:00:00.000Z" });
});

describe("refuses every unit an account counts", () => {
  test.each([
    "follower",
    "Followers",
    "1,000 real followers",
    "like",
    "view",
    "1k views",
    "comment",
    "real comment",
    "subscriber",
    "play",
    "vote",
    "review",
    "five-star reviews",
    "pack of 500 likes",
    "pack of likes",
    "like pack",
    "follower package",
    "likes for your post",
    "f0llowers",
    "fоllowers",
    "fol​lowers",
    "ＦＯＬＬＯＷＥＲＳ",
    "Abonnent",
    "100 Abonnenten",
    "Kommentar",
    "echte Kommentare",
    "Aufruf",
    "1.000 Aufrufe",
    "Bewertung",
    "Stimmen",
    "Follower-Paket",
    "Followerpaket",
    "Paket mit 500 Likes",
  ])("%s", (unit) => {
    expect(rules({ unit: both(unit) })).toContain("priced-per-engagement");
    expect(decide({ unit: both(unit) }).outcome).toBe("refused");
  });
});

describe("allows units of work", () => {
  test.each([
    "comment moderation hour",
    "hour of comment moderation",
    "Stunde Kommentar-Moderation",
    "moderation hour for comments",
    "€10 of media budget",
    "10 € Mediabudget",
    "newsletter placement",
    "channel audit",
    "edited clip",
    "livestream",
    "Live-Stream-Stunde",
  ])("%s", (unit) => {
    expect(decide({ unit: both(unit) }).reasons).toEqual([]);
  });
});

describe("refuses names that sell by count, wherever they stand", () => {
  test("title, option, add-on, plan and preset, in either language", () => {
    const [group] = sampleProduct.optionGroups;
    const [addOn] = sampleProduct.addOns;
    const option = { ...group.options[0], name: { en: "Plus", de: "500 Likes dazu" } };
    expect(rules({ title: { en: "Instagram followers", de: "Reichweite" } })).toContain("priced-per-engagement");
    expect(rules({ title: { en: "Reach", de: "1.000 Follower" } })).toContain("priced-per-engagement");
    expect(rules({ title: { en: "Reach", de: "Stimmen kaufen" } })).toContain("priced-per-engagement");
    expect(rules({ optionGroups: [{ ...group, options: [option] }] })).toContain("priced-per-engagement");
    expect(rules({ addOns: [{ ...addOn, name: both("Like boost") }] })).toContain("priced-per-engagement");
  });

  test("an evidence unit that is a metric of the account is refused as well", () => {
    expect(rules({ evidence: { ...sampleProduct.evidence, unit: both("new followers") } })).toContain(
      "priced-per-engagement",
    );
  });

  test("a name that only mentions them is fine", () => {
    for (const title of ["Comment moderation", "Script review", "Follower growth audit", "Kommentar-Moderation"]) {
      expect(decide({ title: both(title) }).reasons).toEqual([]);
    }
  });
});

describe("reads the prose", () => {
  test.each([
    ["priced-per-engagement", "Costs 2 cents per like."],
    ["priced-per-engagement", "Get 500 new followers in a week."],
    ["priced-per-engagement", "Hier kannst du Follower kaufen: kaufe Follower sofort."],
    ["engagement-exchange", "Join our engagement pod and grow."],
    ["engagement-exchange", "It is like for like, follow-for-follow."],
    ["engagement-exchange", "Gegenseitiges Folgen in unserer Gruppe."],
    ["credential-sharing", "Please share your account password with the team."],
    ["credential-sharing", "Bitte das Passwort an uns senden."],
    ["bot-messaging", "We send automated DMs to your audience."],
    ["bot-messaging", "Mit Massen-DMs erreichst du alle."],
  ])("%s: %s", (rule, text) => {
    expect(rules({ description: both(text) })).toContain(rule);
    expect(decide({ description: both(text) }).outcome).toBe("refused");
  });

  test.each([
    "We never ask you to share your password.",
    "We don't sell followers, and nobody should buy likes.",
    "Wir verkaufen keine Follower.",
    "No automated DMs, ever.",
    "Ohne Massen-DMs.",
  ])("a denial is not held against the product: %s", (text) => {
    expect(decide({ description: both(text) }).reasons).toEqual([]);
  });

  test("a denial of something else does not cover for it", () => {
    expect(
      rules({ description: both("No delays with us and no hassle at all, simply share your password.") }),
    ).toContain("credential-sharing");
  });
});

test("a question for a password is refused", () => {
  const [field] = sampleProduct.customFields;
  expect(rules({ customFields: [{ ...field, key: "access", label: both("Your account password") }] })).toContain(
    "credential-sharing",
  );
});

test.each([
  ["community work", { category: "community" }],
  ["a giveaway", { title: both("Giveaway set-up") }],
] as const)("%s is done in the channel's name: refused unless the product demands proof of ownership", (_, changes) => {
  expect(rules(changes)).toContain("ownership-not-demanded");
  expect(decide(changes).outcome).toBe("refused");
  expect(decide({ ...changes, ownershipPolicy: "required" }).outcome).not.toBe("refused");
});

describe("flags for review", () => {
  test.each([
    ["giveaway", { title: both("Giveaway set-up"), ownershipPolicy: "required" }],
    ["giveaway", { title: both("Gewinnspiel-Begleitung"), ownershipPolicy: "required" }],
    ["paid-comments", { description: both("Includes sponsored comments, marked as advertising.") }],
    ["regulated-vertical", { description: both("Also for casinos and sports betting.") }],
    ["regulated-vertical", { description: both("Auch für Krypto und Sportwetten.") }],
  ] as const)("%s", (rule, changes) => {
    expect(decide(changes)).toMatchObject({ outcome: "review", reasons: [expect.objectContaining({ rule })] });
  });

  test("a guaranteed outcome, only where ads are sold", () => {
    const description = both("With guaranteed reach.");
    expect(decide({ description, deliverableKind: "reported_ad_result" }).outcome).toBe("review");
    expect(decide({ description }).outcome).toBe("allowed");
  });
});

describe("refuses what is incomplete", () => {
  const { EUR: _, ...withoutEuro } = sampleProduct.prices;
  const plan = {
    key: "monthly",
    name: both("Monthly"),
    description: both("Every month."),
    cycle: "monthly",
    multiplierBp: 10_000,
    default: true,
  } as const;
  test.each([
    ["language-missing", { summary: { en: "Only English.", de: " " } }],
    ["language-missing", { evidence: { ...sampleProduct.evidence, check: { en: "", de: "Geprüft." } } }],
    ["plan-not-one-time", { plans: [plan] }],
    ["evidence-incomplete", { evidence: { ...sampleProduct.evidence, thresholdPercent: 0 } }],
    ["price-missing", { prices: withoutEuro }],
  ])("%s", (rule, changes) => {
    expect(rules(changes)).toContain(rule);
    expect(decide(changes).outcome).toBe("refused");
  });
});
