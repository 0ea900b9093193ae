/** Longest pattern, and longest answer a pattern is tried on: together they bound the time one match can take. */
export const patternLengthMax = 200;
export const patternInputMax = 300;
const repetitionsMax = 3;
/** A counted repetition up to here costs no more than writing it out. */
const smallCount = 20;

interface OpenGroup {
  /** Whether something in the group repeats or branches: repeating the group then multiplies the ways to match. */
  risky: boolean;
}

/**
 * Why a regular expression may not be used on what strangers type, or null. Refused are look-around, back-references,
 * repetition of a group that repeats or branches inside, and more than three open repetitions: what is left matches
 * in at most cubic time of a bounded input.
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
  return scan(pattern);
}

function scan(pattern: string): string | null {
  const open: OpenGroup[] = [{ risky: false }];
  let closed: OpenGroup | null = null;
  let repetitions = 0;
  for (const token of pattern.matchAll(/\\u\{[^}]*\}|\\p\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\{\d+(?:,\d*)?\}|./gsu)) {
    const part = token[0];
    const current = open.at(-1) ?? { risky: false };
    if (isOpenRepetition(part)) {
      if (closed?.risky === true) return "repeats a group that repeats or branches inside";
      current.risky = true;
      repetitions += 1;
    } else if (part === "|") {
      current.risky = true;
    }
    if (part === "(") open.push({ risky: false });
    closed = part === ")" ? close(open) : null;
  }
  return repetitions > repetitionsMax ? `has more than ${repetitionsMax} open repetitions` : null;
}

/** Ends a group; what was risky in it is risky for the group around it too. */
function close(open: OpenGroup[]): OpenGroup | null {
  const group = open.pop() ?? null;
  const around = open.at(-1);
  if (group?.risky === true && around !== undefined) around.risky = true;
  return group;
}

function isOpenRepetition(part: string): boolean {
  if (part === "*" || part === "+") return true;
  const counted = /^\{(\d+)(,(\d*))?\}$/.exec(part);
  if (counted === null) return false;
  const upper = counted[2] === undefined ? counted[1] : counted[3];
  return upper === "" || Number(upper) > smallCount;
}
