/** A typed text, split for searching: all of it as whole words, and its last word as the beginning of one. */
export interface SearchWords {
  readonly whole: string;
  /** Everything before the last word; empty when there is only one. */
  readonly head: string;
  /** A `to_tsquery` term such as `edi:*`; null when the text doesn't end in a word. */
  readonly prefix: string | null;
}

const lastWord = /([\p{L}\p{N}]+)$/u;

/** Null when nothing is left to search for. */
export function searchWords(text: string): SearchWords | null {
  const whole = text.replaceAll("\u0000", " ").trim();
  if (whole === "") return null;
  const last = lastWord.exec(whole)?.[1];
  // Inside quotes or after a minus a word means something else to the search than the beginning of a word.
  if (last === undefined || /["-]/.test(whole)) return { whole, head: "", prefix: null };
  return { whole, head: whole.slice(0, -last.length).trim(), prefix: `${last.toLowerCase()}:*` };
}
