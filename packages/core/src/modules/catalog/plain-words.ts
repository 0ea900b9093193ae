/** Letters that look like Latin ones: people who evade a rule write "fоllowers" with a Cyrillic о. */
const lookalikes: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  о: "o",
  р: "p",
  с: "c",
  у: "y",
  х: "x",
  і: "i",
  ѕ: "s",
  ԁ: "d",
  ο: "o",
  α: "a",
  ι: "i",
  κ: "k",
  ν: "v",
};
const digitLetters: Readonly<Record<string, string>> = { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t" };
const amount = /^\d[\d.]*(?:k|m|tsd|mio)?$/;

/**
 * The words of a text as they sound: one case, no invisible characters, look-alike letters and digits undone, thousands
 * without separators, compounds cut at hyphens.
 */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "")
    .replaceAll(/[а-яѕіԁα-ω]/gu, (letter) => lookalikes[letter] ?? letter)
    .replaceAll("@", "a")
    .replaceAll(/(?<=\p{L})\$|\$(?=\p{L})/gu, "s")
    .replaceAll(/(?<=\d)[.,' ](?=\d{3}(?!\d))/gu, "");
  const words = plain.match(/[\p{L}\p{N}][\p{L}\p{N}']*/gu) ?? [];
  return words.map((word) => (amount.test(word) ? word : undoDigits(word)));
}

function undoDigits(word: string): string {
  if (!/\p{L}/u.test(word)) return word;
  return word.replaceAll(/[013457]/g, (digit) => digitLetters[digit] ?? digit);
}

/** A text cut into clauses, each as plain words: a denial in one clause says nothing of the next. */
export function plainClauses(text: string): string[][] {
  return text
    .split(/[.,!?;:\n–—]+(?=\s|$)/u)
    .map(plainWords)
    .filter((words) => words.length > 0);
}

const negation =
  /^(?:no|not|never|none|nobody|niemand|don't|doesn't|won't|cannot|can't|without|nor|neither|nie|niemals|kein|keine|keinen|keiner|keinem|keines|nicht|ohne|weder|noch)$/u;
const reach = 5;

/** Whether what starts at a word is denied shortly before: "we never ask for your password". */
export function isDenied(words: readonly string[], start: number): boolean {
  return words.slice(Math.max(0, start - reach), start).some((word) => negation.test(word));
}
