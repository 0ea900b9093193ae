/**
 * What letters of other scripts, and digits, look like to a hurried reader. Single characters as in Unicode's
 * confusables (UTS 39) for the letters handles may have; pairs come after.
 */
const twins: Readonly<Record<string, string>> = {
  ...{ "0": "o", "1": "l", i: "l", "|": "l", "3": "e", "5": "s", "8": "b", "9": "g", q: "g" },
  // Cyrillic
  ...{ а: "a", в: "b", с: "c", ԁ: "d", е: "e", һ: "h", і: "l", ї: "l", ј: "j", к: "k", ӏ: "l", м: "m", н: "h", о: "o" },
  ...{ р: "p", ԛ: "g", ѕ: "s", т: "t", у: "y", ѵ: "v", ԝ: "w", х: "x", ь: "b" },
  // Greek
  ...{ α: "a", β: "b", γ: "y", ε: "e", η: "n", ι: "l", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u", χ: "x", ω: "w" },
  // Latin letters that are easily taken for others
  ...{ ı: "l", ł: "l", ø: "o", đ: "d", ħ: "h", ŧ: "t", ɑ: "a", ɡ: "g", ſ: "s", ß: "b" },
};

/**
 * A handle as it looks: two handles with one skeleton can be taken for each other. Accents, dots, dashes and
 * underscores are dropped, twins become one letter, `rn` reads as `m`, `vv` as `w`, `cl` as `d`.
 */
export function handleSkeleton(handle: string): string {
  const bare = handle.normalize("NFKD").toLowerCase().replaceAll(/\p{M}/gu, "");
  const letters = Array.from(bare, (letter) => twins[letter] ?? letter).join("");
  return letters
    .replaceAll(/[\s._·\-'’]/gu, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("cl", "d");
}
