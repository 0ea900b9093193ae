import { isDenied, plainWords } from "./plain-words.ts";

/**
 * What an account counts of its audience, in both languages: selling by it is unlawful. Patterns of whole words as
 * {@link plainWords} writes them, so "ä" stays and case is gone.
 */
const countedThing = new RegExp(
  `^(?:${[
    "followers?|follows?|likes?|views?|comments?|subscribers?|subs?|plays?|votes?|reviews?|upvotes?|downvotes?",
    "retweets?|reposts?|reshares?|streams?|saves?|hearts?|fans?|ratings?",
    "followern|follow|abonnent(?:en|in|innen)?|abos?|abonnements?|aufrufen?|aufrufe?s?|kommentar(?:e|en|s)?|stimmen?",
    "bewertung(?:en)?|rezension(?:en)?|wiedergaben?|herz(?:en|chen)?",
  ].join("|")})$`,
  "u",
);
const container =
  /^(?:packs?|packages?|bundles?|sets?|boosts?|boosters?|blocks?|batch(?:es)?|bulk|drip|pakete?n?|packung(?:en)?|bündel|pack|schub)$/u;
const joined =
  /^(?:follower|like|view|comment|subscriber|abonnenten|abo|kommentar|bewertungs|stimmen)s?(?:pakete?|bundle|boost|schub)$/u;
/** Words that also name something a person does or has: fine in a name, never as the unit. */
const deed = /^(?:stimmen?|review|play|stream|save|follow|like|comment|view|vote|share|sub)$/u;
const preposition =
  /^(?:for|on|in|at|with|from|by|to|per|of|via|für|auf|im|an|am|mit|von|vom|pro|je|bei|zu|zur|zum|aus|über|nach|per|and|und)$/u;
const quantity = /^\d[\d.]*(?:k|m|tsd|mio)?$/u;

/** Whether a unit names something that an account counts, e.g. "follower" or "pack of 500 likes". */
export function isCountedUnit(text: string): boolean {
  return namesCountedThing(plainWords(text), false);
}

/** Whether a name sells by count, e.g. "1,000 followers" or "Like-Paket". "Script review" does not. */
export function isCountedName(text: string): boolean {
  return namesCountedThing(plainWords(text), true);
}

/**
 * Only the head of the phrase is what is sold: "comment moderation hour" sells hours, "likes for your post" sells
 * likes. The head is the last word before a preposition; behind a container ("pack of likes") it is the next one's.
 */
function namesCountedThing(words: readonly string[], deedsAreFine: boolean): boolean {
  if (words.some((word) => joined.test(word)) || hasNumberOf(words)) return true;
  const phrases = splitAt(words, (word) => preposition.test(word));
  for (const phrase of phrases) {
    const head = phrase.at(-1);
    if (head === undefined) continue;
    if (!container.test(head)) return isCounted(head) && !(deedsAreFine && deed.test(head));
    if (isCounted(phrase.at(-2) ?? "")) return true;
  }
  return false;
}

/** "500 likes", "1k real active followers": a number with at most two words before the thing. */
function hasNumberOf(words: readonly string[]): boolean {
  return words.some(
    (word, index) => quantity.test(word) && words.slice(index + 1, index + 4).some((next) => isCounted(next)),
  );
}

const isCounted = (word: string): boolean => countedThing.test(word);

function splitAt(words: readonly string[], isBreak: (word: string) => boolean): string[][] {
  const phrases: string[][] = [[]];
  for (const word of words) {
    if (isBreak(word)) phrases.push([]);
    else phrases.at(-1)?.push(word);
  }
  return phrases;
}

const rate = /^(?:per|pro|je|each|jeden?|jedes|jeder)$/u;
const trade = /^(?:buy|kaufen?|kauft|sell|verkaufen?)$/u;
const promise =
  /^(?:get|gets|gain|gains|receive|receives|deliver|delivers|add|adds|guarantee[ds]?|erhalten|erhältst|erhalte|bekommen|bekommst|liefern|garantier(?:t|en|te)?)$/u;

/** Whether a clause prices or promises by count, and doesn't deny it: "€1 per like", "get 500 new followers". */
export function promisesByCount(words: readonly string[]): boolean {
  return words.some((word, index) => {
    const thing = thingNear(words, index, word);
    return thing !== -1 && !isDenied(words, thing);
  });
}

/** Where the counted thing stands that a word prices, trades or promises; -1 when it does none of these. */
function thingNear(words: readonly string[], index: number, word: string): number {
  if (rate.test(word)) return isCounted(words[index + 1] ?? "") ? index + 1 : -1;
  const from = index + 1;
  // German puts the verb last: "Follower kaufen".
  if (trade.test(word)) return countedWithin(words, Math.max(0, index - 3), from + 3);
  if (!promise.test(word)) return -1;
  const number = words.findIndex((next, at) => at >= from && at < from + 4 && quantity.test(next));
  return number === -1 ? -1 : countedWithin(words, number + 1, number + 4);
}

const countedWithin = (words: readonly string[], from: number, to: number): number =>
  words.findIndex((word, at) => at >= from && at < to && isCounted(word));
