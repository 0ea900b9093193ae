/** Longest pattern, and longest answer a pattern is tried on: together they bound the time one match can take. */
export const patternLengthMax = 200;
export const patternInputMax = 300;

/** Most ways a pattern may have to split the longest answer: three open repetitions side by side, no more. */
const waysMax = patternInputMax ** 3;

/** A stretch of a pattern between brackets. Ways are kept as logarithms: their products get astronomic. */
interface Stretch {
  /** Of the alternative that is being read. */
  ways: number;
  /** Of the alternatives before it, added up. */
  before: number;
  /** Of the last thing read: what a repetition that follows repeats. */
  last: number;
}

const emptyStretch = (): Stretch => ({ ways: 0, before: Number.NEGATIVE_INFINITY, last: 0 });
const addLogs = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

/**
 * Why a regular expression may not be used on what strangers type, or null. Matching by backtracking tries, at worst,
 * every way to split the text among the repetitions, so patterns with too many ways are refused, and with them every
 * nested repetition; so are look-around and back-references, for which the count would not hold.
 */
export function unsafePattern(pattern: string): string | null {
  if (pattern.length > patternLengthMax) return `is longer than ${patternLengthMax} characters`;
  try {
    new RegExp(pattern, "u");
  } catch {
    return "is not a regular expression";
  }
  if (/\(\?[=!<]/.test(pattern)) return "uses look-around or a named group";
  if (/\\[1-9k]/.test(pattern)) return "uses a back-reference";
  return waysOf(pattern) > Math.log(waysMax) ? "has too many repetitions, or one inside another" : null;
}

const tokens = /\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?:|(?:[*+?]|\{\d+(?:,\d*)?\})\??|./gsu;

/** Logarithm of the number of ways a pattern, known to be valid, can match one text. */
function waysOf(pattern: string): number {
  const open: Stretch[] = [];
  let current = emptyStretch();
  for (const [token] of pattern.matchAll(tokens)) {
    const repeated = repetition(token);
    if (token === "(" || token === "(?:") {
      open.push(current);
      current = emptyStretch();
    } else if (token === ")") {
      const inner = addLogs(current.before, current.ways);
      current = open.pop() ?? emptyStretch();
      current.last = inner;
      current.ways += inner;
    } else if (token === "|") {
      current = { ways: 0, before: addLogs(current.before, current.ways), last: 0 };
    } else if (repeated !== null) {
      current.ways += repeated.most * current.last - current.last + Math.log(repeated.most - repeated.least + 1);
    } else {
      current.last = 0;
    }
  }
  return addLogs(current.before, current.ways);
}

/** How often a token repeats what stands before it; null when it is no repetition. */
function repetition(token: string): { readonly least: number; readonly most: number } | null {
  const kind = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??$/.exec(token);
  if (kind === null) return null;
  const [, sign, from, range, to] = kind;
  if (sign === "?") return { least: 0, most: 1 };
  if (sign !== undefined) return { least: 0, most: patternInputMax };
  const least = Math.min(Number(from), patternInputMax);
  if (range === undefined) return { least, most: least };
  return { least, most: to === "" ? patternInputMax : Math.min(Number(to), patternInputMax) };
}
