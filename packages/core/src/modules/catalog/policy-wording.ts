import type { PublishRule } from "@smplat/contracts/vocabulary";
import { isDenied } from "./plain-words.ts";

/** A rule that is read off the words of a text. Patterns match plain words joined by single spaces. */
export interface WordingRule {
  readonly rule: PublishRule;
  readonly outcome: "refused" | "review";
  readonly message: string;
  readonly patterns: readonly RegExp[];
}

const refusedWording: readonly WordingRule[] = [
  {
    rule: "engagement-exchange",
    outcome: "refused",
    message: "trades engagement for engagement",
    patterns: [
      /\b(?:like|follow|sub|comment|view)s? (?:for|4|a) (?:like|follow|sub|comment|view)s?\b/u,
      /\b(?:f4f|faf|l4l|lal|s4s|sub4sub|subasub|likeforlike)\b/u,
      /\b(?:follow|like|sub) ?back\b/u,
      /\bengagement (?:pods?|exchange|groups?|trading)\b/u,
      /\b(?:like|follow|follower|abo|kommentar) ?(?:tausch|exchange)\b/u,
      /\bgegenseitig(?:es|e|en)? (?:folgen|liken|abonnieren|kommentieren)\b/u,
    ],
  },
  {
    rule: "credential-sharing",
    outcome: "refused",
    message: "asks for a password or for access to the account",
    patterns: [
      /\b(?:share|send|give|provide|enter|tell|need|require|requires|hand)\b(?: \S+){0,4} (?:passwords?|passcode|credentials|login data|logins?|log in details|2fa|recovery codes?)\b/u,
      /\b(?:we|our team) (?:will )?(?:log in|login|sign in)(?: \S+){0,2} (?:your|the) (?:account|profile|channel)\b/u,
      /\b(?:passwort|kennwort|zugangsdaten|logindaten|anmeldedaten|wiederherstellungscode)\b(?: \S+){0,4} (?:mitteilen|senden|schicken|angeben|teilen|eingeben|nennen|übermitteln)\b/u,
      /\b(?:teile|teilen|sende|senden|schicke|schicken|nenne|nennen|gib|geben|brauchen|benötigen)\b(?: \S+){0,4} (?:passwort|kennwort|zugangsdaten|logindaten|anmeldedaten)\b/u,
      /\bwir (?:loggen|melden) uns(?: \S+){0,4} (?:konto|account|profil|kanal)\b/u,
    ],
  },
  {
    rule: "bot-messaging",
    outcome: "refused",
    message: "sends messages or comments by machine or in bulk",
    patterns: [
      /\b(?:auto|automated|automatic|automatically|bulk|mass|bot) ?(?:dms?|direct messages?|messages?|messaging|comments?|commenting|repl(?:y|ies)|likes?|liking|follows?|following)\b/u,
      /\b(?:dm|message|messaging|comment|engagement|follow|like|view) ?bots?\b/u,
      /\b(?:massen|auto) ?(?:dms?|nachrichten|kommentare|direktnachrichten)\b/u,
      /\b(?:automatische|automatisierte|automatisch versendete) (?:dms?|nachrichten|direktnachrichten|kommentare|antworten)\b/u,
    ],
  },
];

const reviewedWording: readonly WordingRule[] = [
  {
    rule: "giveaway",
    outcome: "review",
    message: "runs a giveaway: check the terms of entry, the duties of the host and the platform's rules",
    patterns: [/\b(?:giveaways?|raffles?|sweepstakes?|prize draws?|gewinnspiele?n?|verlosung(?:en)?)\b/u],
  },
  {
    rule: "paid-comments",
    outcome: "review",
    message: "speaks of paid comments: each has to be marked as advertising",
    patterns: [
      /\b(?:paid|sponsored|incentivi[sz]ed) (?:comments?|testimonials?)\b/u,
      /\b(?:bezahlten?|gesponserten?|vergüteten?) (?:kommentare?n?|testimonials?)\b/u,
    ],
  },
  {
    rule: "regulated-vertical",
    outcome: "review",
    message: "concerns a regulated trade: check licences and advertising law",
    patterns: [
      /\b(?:gambling|casinos?|betting|sportsbooks?|crypto|cryptocurrenc(?:y|ies)|forex|cbd|cannabis|vapes?|vaping|tobacco|alcohol|spirits|pharma|prescription|weight loss|payday|loans?|political|elections?|firearms?)\b/u,
      /\b(?:glücksspiele?|sportwetten|wetten|krypto|tabak|alkohol|arzneimittel|medikamente?|abnehmen|kredite?|wahlwerbung|politische werbung|waffen)\b/u,
    ],
  },
];

/** What every text of a product is read for. */
export const wordingRules: readonly WordingRule[] = [...refusedWording, ...reviewedWording];

/** Ads whose result is promised: only a flag, because a make-good for a shortfall is fine and a promise is not. */
export const guaranteedOutcome: WordingRule = {
  rule: "outcome-guaranteed-ad",
  outcome: "review",
  message: "guarantees what an ad will bring",
  patterns: [
    /\bguarantee[ds]? (?:\S+ ){0,2}(?:reach|clicks?|results?|sales|conversions?|leads?|growth|impressions?|roas|visitors?)\b/u,
    /\b(?:reach|clicks|results|sales|conversions|leads|growth|impressions) (?:is |are )?guaranteed\b/u,
    /\bgarantierte[nrs]? (?:\S+ ){0,2}(?:reichweite|klicks|ergebnisse?|verkäufe|leads|wachstum|impressionen)\b/u,
  ],
};

/** Whether a clause says what the rule looks for, and doesn't deny it. */
export function says(rule: WordingRule, words: readonly string[]): boolean {
  const clause = words.join(" ");
  return rule.patterns.some((pattern) => {
    const match = pattern.exec(clause);
    if (match === null) return false;
    const start = clause.slice(0, match.index).split(" ").filter(Boolean).length;
    return !isDenied(words, start);
  });
}
