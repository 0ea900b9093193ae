import { type Locale, type SourceFailure, sourceFailures } from "@smplat/contracts/vocabulary";
import { inLocale, type LocalizedText } from "#kernel/locale";
import { describeFailure } from "#modules/social-accounts";
import type { Finding } from "./proof.ts";

/** Why a reading that should exist does not. */
export type MissingCode = SourceFailure | "no_channel" | "no_source" | "deadline";

const findings: Readonly<Record<Finding, LocalizedText>> = {
  not_started: {
    en: "The work has not started. Once it has, you can follow the readings here.",
    de: "Die Arbeit hat noch nicht begonnen. Danach lassen sich die Messungen hier verfolgen.",
  },
  working: {
    en: "The work is under way. What may be said about it can be told after it is done and the channel was read again.",
    de: "Die Arbeit läuft. Was sich darüber sagen lässt, zeigt sich, wenn sie fertig ist und der Kanal erneut gemessen wurde.",
  },
  awaiting_reading: {
    en: "The work is done. The reading after it is still to come.",
    de: "Die Arbeit ist fertig. Die Messung danach steht noch aus.",
  },
  canceled: {
    en: "This position was canceled; there is nothing to prove.",
    de: "Diese Position wurde storniert; es gibt nichts zu belegen.",
  },
  platform_reported: {
    en: "The advertising platform itself counted these results and assigned them to the campaign. The change of followers is shown beside it and is no part of that count.",
    de: "Die Werbeplattform selbst hat diese Ergebnisse gezählt und der Kampagne zugeordnet. Die Änderung der Followerzahl steht daneben und gehört nicht zu dieser Zählung.",
  },
  above_usual: {
    en: "The channel grew more than its usual growth would explain. That fits the work, but a before and after alone can't show that the work caused it: posts of your own count too.",
    de: "Der Kanal ist stärker gewachsen, als sein übliches Wachstum erklärt. Das passt zur Arbeit, doch ein Vorher und Nachher allein zeigt nicht, dass sie die Ursache ist: Auch eigene Beiträge zählen.",
  },
  within_usual: {
    en: "The channel's change lies within what its usual ups and downs would bring. From these numbers no effect can be told, in either direction.",
    de: "Die Änderung liegt im Rahmen dessen, was die üblichen Schwankungen bringen. An diesen Zahlen ist keine Wirkung ablesbar, in keiner Richtung.",
  },
  below_usual: {
    en: "The channel grew less than its usual growth would have brought. The numbers speak against an effect on followers.",
    de: "Der Kanal ist weniger gewachsen, als sein übliches Wachstum gebracht hätte. Die Zahlen sprechen gegen eine Wirkung auf die Followerzahl.",
  },
  no_history: {
    en: "We have too few readings from before the start to know this channel's usual growth. The change is shown as it was observed; what explains it can't be told.",
    de: "Vor dem Start gibt es zu wenige Messungen, um das übliche Wachstum dieses Kanals zu kennen. Die Änderung steht da, wie sie beobachtet wurde; was sie erklärt, lässt sich nicht sagen.",
  },
  no_baseline: {
    en: "There is no reading from before the start, so no change can be told. What was delivered is proven by its own evidence.",
    de: "Es gibt keine Messung von vor dem Start, also lässt sich keine Änderung angeben. Was geliefert wurde, belegen die eigenen Nachweise.",
  },
  not_measured: {
    en: "This channel is not measured. What was delivered is proven by its own evidence.",
    de: "Dieser Kanal wird nicht gemessen. Was geliefert wurde, belegen die eigenen Nachweise.",
  },
};

const reasons: Readonly<Record<Exclude<MissingCode, SourceFailure>, LocalizedText>> = {
  no_channel: { en: "No channel was given for this position.", de: "Für diese Position wurde kein Kanal angegeben." },
  no_source: {
    en: "There is no source yet that reads this platform.",
    de: "Für diese Plattform gibt es noch keine Quelle.",
  },
  deadline: {
    en: "The channel could not be read in time before the start.",
    de: "Der Kanal ließ sich vor dem Start nicht rechtzeitig messen.",
  },
};

const vouchedFor: LocalizedText = {
  en: "A number it rests on was entered by a person and checked by us; the platform did not confirm it.",
  de: "Eine Zahl dahinter hat ein Mensch eingetragen und wir haben sie geprüft; die Plattform hat sie nicht bestätigt.",
};

/** The plain words beside a label, and that a person vouched for a number where one did. */
export const explain = (finding: Finding, locale: Locale, about: { readonly attested: boolean }): string =>
  about.attested
    ? `${inLocale(findings[finding], locale)} ${inLocale(vouchedFor, locale)}`
    : inLocale(findings[finding], locale);

const isFailure = (code: string): code is SourceFailure => (sourceFailures as readonly string[]).includes(code);
const isReason = (code: string): code is keyof typeof reasons => Object.hasOwn(reasons, code);

/** Why a reading is missing, in words. A code nobody knows any more reads as a missed deadline. */
export function explainMissing(code: string, locale: Locale): string {
  if (isFailure(code)) return `${describeFailure(code, locale).title}.`;
  return inLocale(reasons[isReason(code) ? code : "deadline"], locale);
}
