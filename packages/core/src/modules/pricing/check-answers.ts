import type { Locale, Platform } from "@smplat/contracts/vocabulary";
import type { CatalogProduct, CustomField, FieldProblem, Selection, VisibilityCondition } from "#modules/catalog";
import { optionPath } from "#modules/catalog";
import { type SelectionMessage, selectionMessages } from "./selection-messages.ts";

/** Longest answer taken where the field sets no limit of its own. */
const answerLengthMax = 2_000;

export interface CheckedAnswers {
  /** Answers of visible fields, trimmed, without empty ones. */
  readonly answers: Readonly<Record<string, string>>;
  /** Keys of required visible fields without an answer, in the product's order: they don't change the price. */
  readonly missing: readonly string[];
  readonly problems: readonly FieldProblem[];
}

type Asked = Pick<CatalogProduct, "customFields">;

/**
 * Takes the answers of the questions that are visible with these choices. Answers to hidden questions are dropped, so
 * that changing one's mind about an option can't fail a purchase; answers to questions that don't exist are refused.
 */
export function checkAnswers(
  product: Asked,
  selection: Selection,
  platform: Platform | null,
  locale: Locale,
): CheckedAnswers {
  const answers: Record<string, string> = {};
  const missing: string[] = [];
  const problems: FieldProblem[] = [];
  for (const field of product.customFields) {
    if (!isVisible(field, selection, platform)) continue;
    const answer = (Object.hasOwn(selection.fields, field.key) ? (selection.fields[field.key] ?? "") : "").trim();
    if (answer === "") {
      if (field.required) missing.push(field.key);
      continue;
    }
    const problem = checkAnswer(field, answer, locale);
    if (problem === null) answers[field.key] = answer;
    else problems.push({ path: answerPath(field.key), message: problem });
  }
  const known = new Set(product.customFields.map((field) => field.key));
  for (const key of Object.keys(selection.fields)) {
    if (!known.has(key)) problems.push({ path: answerPath(key), message: say("unknown", locale) });
  }
  return { answers, missing, problems };
}

/** Where a problem with a question's answer is told. */
export const answerPath = (key: string): string => `selection.fields.${key}`;

/** Whether a question is asked with these choices. */
export function isVisible(
  field: Pick<CustomField, "visibility">,
  selection: Pick<Selection, "options" | "addOns" | "plan">,
  platform: Platform | null,
): boolean {
  const { mode, conditions } = field.visibility;
  if (conditions.length === 0) return true;
  const holds = (condition: VisibilityCondition) => isMet(condition, selection, platform);
  return mode === "any" ? conditions.some(holds) : conditions.every(holds);
}

function isMet(
  condition: VisibilityCondition,
  selection: Pick<Selection, "options" | "addOns" | "plan">,
  platform: Platform | null,
): boolean {
  switch (condition.kind) {
    case "option":
      return Object.entries(selection.options).some(([groupKey, keys]) =>
        keys.some((key) => optionPath(groupKey, key) === condition.key),
      );
    case "add_on":
      return selection.addOns.includes(condition.key);
    case "plan":
      return selection.plan === condition.key;
    case "platform":
      return platform === condition.key;
  }
}

/** What is wrong with an answer, in words; null when it can be taken. */
function checkAnswer(field: CustomField, answer: string, locale: Locale): string | null {
  if (/(?![\t\n\r])\p{Cc}/u.test(answer) || !answer.isWellFormed()) {
    return say("unreadable", locale);
  }
  const length = [...answer].length;
  const longest = field.maxLength ?? answerLengthMax;
  if (length > longest) return say("tooLong", locale, longest);
  if (field.minLength !== null && length < field.minLength) return say("tooShort", locale, field.minLength);
  if (field.kind === "url" && !isLink(answer)) return say("notUrl", locale);
  if (field.kind === "number") {
    const number = checkNumber(field, answer, locale);
    if (number !== null) return number;
  }
  // Patterns were checked when the product was saved: no repetition that could take exponential time.
  if (field.pattern !== null && !new RegExp(`^(?:${field.pattern})$`, "u").test(answer)) return say("pattern", locale);
  return null;
}

function checkNumber(field: CustomField, answer: string, locale: Locale): string | null {
  if (!/^-?\d{1,15}(?:\.\d{1,6})?$/.test(answer)) return say("notNumber", locale);
  const value = Number(answer);
  if (field.minimum !== null && value < field.minimum) return say("tooSmall", locale, field.minimum);
  if (field.maximum !== null && value > field.maximum) return say("tooLarge", locale, field.maximum);
  return null;
}

/** Links are shown to suppliers and staff as links: nothing but http(s) with a host, and no credentials in it. */
function isLink(answer: string): boolean {
  if (!URL.canParse(answer)) return false;
  const url = new URL(answer);
  const secure = url.protocol === "https:" || url.protocol === "http:";
  return secure && url.hostname.includes(".") && url.username === "" && url.password === "" && !/\s/.test(answer);
}

/** A message with its number filled in. */
export const say = (message: SelectionMessage, locale: Locale, n: number | string = ""): string =>
  selectionMessages[message][locale].replace("{n}", String(n));
