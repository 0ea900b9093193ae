import { commonWords } from "./common-passwords.ts";

const lookalikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
};

const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "123456789101112131415",
  "qwertyuiop",
  "qwertzuiop",
  "asdfghjkl",
  "zxcvbnm",
  "yxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "qazwsxedcrfvtgbyhnujmikolp",
];

/**
 * Whether a password is among the first that anybody would try: a common word, however it is dressed with digits,
 * signs and lookalike letters; one unit repeated; a walk over the keyboard; the address itself.
 */
export function isWeakPassword(password: string, email: string): boolean {
  const plain = password.toLowerCase().normalize("NFKC");
  const localPart = email.toLowerCase().split("@")[0] ?? "";
  return (
    repeats(plain) ||
    isWalk(plain) ||
    isCommon(plain) ||
    (localPart.length >= 4 && stripped(plain).replaceAll(/[^a-z0-9]/g, "") === localPart.replaceAll(/[^a-z0-9]/g, ""))
  );
}

/** The same unit of up to a third of the length again and again, as in `abcabcabcabc`; or at most three characters in all. */
function repeats(text: string): boolean {
  if (new Set(text).size <= 3) return true;
  for (let size = 1; size <= text.length / 3; size += 1) {
    if (
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}

/** Up to three stretches that each run along the keyboard, the alphabet or the digits, either way. */
function isWalk(text: string): boolean {
  let stretches = 0;
  for (let start = 0; start < text.length; ) {
    const length = longestRunAt(text, start);
    if (length < 3) return false;
    start += length;
    stretches += 1;
  }
  return stretches <= 3;
}

function longestRunAt(text: string, start: number): number {
  let longest = 1;
  for (const run of directedRuns) {
    let at = run.indexOf(text.charAt(start));
    while (at !== -1) {
      let length = 1;
      while (start + length < text.length && at + length < run.length && text[start + length] === run[at + length]) {
        length += 1;
      }
      longest = Math.max(longest, length);
      at = run.indexOf(text.charAt(start), at + 1);
    }
  }
  return longest;
}

const directedRuns = runs.flatMap((run) => [run, [...run].reverse().join("")]);

function isCommon(text: string): boolean {
  return candidates(text).some((candidate) => commonWords.has(candidate) || isTwice(candidate));
}

/** What is left of a password when its dress comes off, in each order a person may have put it on. */
function candidates(text: string): string[] {
  const undressed = [stripped(text), stripped(unleet(text)), unleet(stripped(text)), stripped(unleet(stripped(text)))];
  return undressed.map((candidate) => candidate.replaceAll(/[^a-z]/g, ""));
}

const stripped = (text: string): string => text.replaceAll(/^[^a-z]+|[^a-z]+$/g, "");

const unleet = (text: string): string => [...text].map((character) => lookalikes[character] ?? character).join("");

/** A common word written twice. */
function isTwice(text: string): boolean {
  const half = text.slice(0, text.length / 2);
  return text.length % 2 === 0 && text === half + half && commonWords.has(half);
}
