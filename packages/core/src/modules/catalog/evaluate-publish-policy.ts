import { locales, type PublishRule } from "@smplat/contracts/vocabulary";
import type { LocalizedText } from "#kernel/locale";
import { plainClauses, plainWords } from "./plain-words.ts";
import { guaranteedOutcome, says, wordingRules } from "./policy-wording.ts";
import type { PolicyDecision, PolicyReason, ProductContent } from "./product.ts";
import { isCountedName, isCountedUnit, promisesByCount } from "./sold-by-count.ts";

/** A text of the product and where it stands. */
interface Passage {
  readonly path: string;
  readonly text: LocalizedText;
}
interface Finding extends PolicyReason {
  readonly outcome: "refused" | "review";
  readonly place: string | null;
}

/**
 * Whether a product may be sold. Refused, with no override: anything priced per follower, like, view, comment,
 * subscriber, play, vote or review; engagement exchange; credential sharing; bot messaging; work in a channel's name
 * sold without a proof of ownership; and what is incomplete. Flagged for review: giveaways, paid comments, regulated verticals, ads with a guaranteed outcome. Every finding
 * names its rule and where it was found. Pure; `at` is business time.
 */
export function evaluatePublishPolicy(product: ProductContent, at: Date): PolicyDecision {
  const spoken = wording(product);
  const findings = [
    ...soldByCount(product),
    ...spoken,
    ...credentialFields(product),
    ...missingOwnership(product, spoken),
    ...gaps(product),
  ];
  const refused = findings.filter((finding) => finding.outcome === "refused");
  const outcome = refused.length > 0 ? "refused" : findings.length > 0 ? "review" : "allowed";
  return {
    outcome,
    reasons: findings.map(({ rule, place, message }) => ({ rule, place, message })),
    checkedAt: at.toISOString(),
  };
}

/** Who speaks in a channel's name must know whose it is: community work, and giveaways held there. */
function missingOwnership(product: ProductContent, spoken: readonly Finding[]): Finding[] {
  if (product.ownershipPolicy === "required") return [];
  const actsForChannel = product.category === "community" || spoken.some((finding) => finding.rule === "giveaway");
  return actsForChannel
    ? [refuse("ownership-not-demanded", null, "acts in the channel's name: ownershipPolicy has to be required")]
    : [];
}

const finding = (outcome: Finding["outcome"], rule: PublishRule, place: string | null, what: string): Finding => ({
  ...{ outcome, rule, place },
  message: place === null ? what : `${place} ${what}`,
});
const refuse = (rule: PublishRule, place: string | null, what: string): Finding =>
  finding("refused", rule, place, what);

function soldByCount(product: ProductContent): Finding[] {
  const rule: PublishRule = "priced-per-engagement";
  const units = [
    { path: "unit", text: product.unit },
    { path: "evidence.unit", text: product.evidence.unit },
  ];
  return [
    ...found(units, isCountedUnit).map((place) => refuse(rule, place, "counts what an account counts")),
    ...found(namesOf(product), isCountedName).map((place) => refuse(rule, place, "sells by what an account counts")),
    ...found([...namesOf(product), ...proseOf(product)], (text) => plainClauses(text).some(promisesByCount)).map(
      (place) => refuse(rule, place, "promises or prices by what an account counts"),
    ),
  ];
}

function wording(product: ProductContent): Finding[] {
  const passages = [{ path: "unit", text: product.unit }, ...namesOf(product), ...proseOf(product)];
  const rules = product.deliverableKind === "reported_ad_result" ? [...wordingRules, guaranteedOutcome] : wordingRules;
  return rules.flatMap((rule) =>
    found(passages, (text) => plainClauses(text).some((words) => says(rule, words))).map((place) =>
      finding(rule.outcome, rule.rule, place, rule.message),
    ),
  );
}

const credential =
  /^(?:passwords?|passcode|passwort|kennwort|pin|2fa|credentials|zugangsdaten|logindaten|anmeldedaten)$/u;

/** A question for a password is refused however it is worded around. */
function credentialFields(product: ProductContent): Finding[] {
  const asking = product.customFields.filter((field) =>
    [field.key, ...locales.flatMap((locale) => [field.label[locale], field.placeholder[locale]])].some((text) =>
      plainWords(text).some((word) => credential.test(word)),
    ),
  );
  return asking.map((field) => refuse("credential-sharing", `customFields.${field.key}`, "asks for a password"));
}

function gaps(product: ProductContent): Finding[] {
  const { evidence, prices, plans } = product;
  const texts = [
    { path: "unit", text: product.unit },
    { path: "evidence.unit", text: evidence.unit },
    { path: "evidence.source", text: evidence.source },
    { path: "evidence.check", text: evidence.check },
    ...namesOf(product),
    ...proseOf(product),
  ];
  const silent = texts.flatMap(({ path, text }) =>
    locales.filter((locale) => (text[locale] ?? "").trim() === "").map((locale) => `${path}.${locale}`),
  );
  const recurring = plans.filter((plan) => plan.cycle !== "one_time").map((plan) => plan.key);
  const complete = evidence.thresholdPercent >= 1 && evidence.thresholdPercent <= 100 && evidence.guaranteeDays >= 0;
  return [
    ...silent.map((path) => refuse("language-missing", path, "is empty")),
    ...recurring.map((key) => refuse("plan-not-one-time", `plans.${key}`, "renews, and renewals don't exist yet")),
    ...(complete ? [] : [refuse("evidence-incomplete", "evidence", "needs a threshold of 1 to 100 % and a guarantee")]),
    ...(prices.EUR === undefined ? [refuse("price-missing", "prices.EUR", "is missing")] : []),
  ];
}

/** Texts that name what is sold. */
function namesOf(product: ProductContent): Passage[] {
  return [
    { path: "title", text: product.title },
    ...product.optionGroups.flatMap((group) => [
      { path: `optionGroups.${group.key}`, text: group.name },
      ...group.options.map((option) => ({ path: `optionGroups.${group.key}.${option.key}`, text: option.name })),
    ]),
    ...product.addOns.map((addOn) => ({ path: `addOns.${addOn.key}`, text: addOn.name })),
    ...product.plans.map((plan) => ({ path: `plans.${plan.key}`, text: plan.name })),
    ...product.presets.map((preset) => ({ path: `presets.${preset.key}`, text: preset.name })),
  ];
}

/** Texts that explain. */
function proseOf(product: ProductContent): Passage[] {
  return [
    { path: "summary", text: product.summary },
    { path: "description", text: product.description },
    ...product.optionGroups.flatMap((group) =>
      group.options.map((option) => ({
        path: `optionGroups.${group.key}.${option.key}.description`,
        text: option.description,
      })),
    ),
    ...product.addOns.map((addOn) => ({ path: `addOns.${addOn.key}.description`, text: addOn.description })),
    ...product.plans.map((plan) => ({ path: `plans.${plan.key}.description`, text: plan.description })),
    ...product.presets.map((preset) => ({ path: `presets.${preset.key}.summary`, text: preset.summary })),
    ...product.customFields.map((field) => ({ path: `customFields.${field.key}`, text: field.label })),
    ...product.faq.flatMap((entry, index) => [
      { path: `faq.${index}.question`, text: entry.question },
      { path: `faq.${index}.answer`, text: entry.answer },
    ]),
  ];
}

/** Where and in which languages a test holds: `title (en, de)`. */
function found(passages: readonly Passage[], test: (text: string) => boolean): string[] {
  return passages.flatMap(({ path, text }) => {
    const where = locales.filter((locale) => test(text[locale] ?? ""));
    return where.length === 0 ? [] : [`${path} (${where.join(", ")})`];
  });
}
