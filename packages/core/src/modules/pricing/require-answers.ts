import { answerPath, say } from "./check-answers.ts";
import type { StoredLineQuote } from "./line-quote.ts";
import { selectionInvalid } from "./pricing-errors.ts";

/** Throws `selection.invalid`, naming every required question without an answer in the quote's language; else nothing. */
export function requireAnswers({ missing, locale }: Pick<StoredLineQuote, "missing" | "locale">): void {
  if (missing.length === 0) return;
  throw selectionInvalid(missing.map((key) => ({ path: answerPath(key), message: say("required", locale) })));
}
