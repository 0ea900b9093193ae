import type { Locale, SourceFailure } from "@smplat/contracts/vocabulary";
import { inLocale, type LocalizedText } from "#kernel/locale";

interface FailureEntry {
  readonly title: LocalizedText;
  readonly remedy: LocalizedText;
  /** Whether the same question may be answered later without anybody changing anything about the channel. */
  readonly passing: boolean;
}

const entries: Readonly<Record<SourceFailure, FailureEntry>> = {
  not_found: {
    title: { en: "We can't find this channel", de: "Wir finden diesen Kanal nicht" },
    remedy: {
      en: "Check the spelling, or paste the link to the profile.",
      de: "Prüfe die Schreibweise oder füge den Link zum Profil ein.",
    },
    passing: false,
  },
  private: {
    title: { en: "This channel hides its numbers", de: "Dieser Kanal verbirgt seine Zahlen" },
    remedy: {
      en: "Make the profile and its follower count public, then check again.",
      de: "Stelle Profil und Followerzahl auf öffentlich und prüfe dann erneut.",
    },
    passing: false,
  },
  age_gated: {
    title: { en: "This channel has an age limit", de: "Dieser Kanal hat eine Altersgrenze" },
    remedy: {
      en: "Its numbers can't be read without signing in; you can lift the limit in the channel's settings.",
      de: "Seine Zahlen sind ohne Anmeldung nicht lesbar; die Grenze lässt sich in den Einstellungen des Kanals aufheben.",
    },
    passing: false,
  },
  suspended: {
    title: { en: "The platform has suspended this channel", de: "Die Plattform hat diesen Kanal gesperrt" },
    remedy: {
      en: "Settle it with the platform first; we can't work for a suspended channel.",
      de: "Kläre das zuerst mit der Plattform; für einen gesperrten Kanal können wir nicht arbeiten.",
    },
    passing: false,
  },
  rate_limited: {
    title: { en: "The platform asks us to wait", de: "Die Plattform bittet uns zu warten" },
    remedy: {
      en: "Your channel is fine. Try again a little later.",
      de: "Mit deinem Kanal ist alles in Ordnung. Versuche es etwas später noch einmal.",
    },
    passing: true,
  },
  auth_expired: {
    title: { en: "Our access to the platform has lapsed", de: "Unser Zugang zur Plattform ist abgelaufen" },
    remedy: {
      en: "That is ours to repair, and we are told of it. Try again later.",
      de: "Das müssen wir reparieren und wissen davon. Versuche es später noch einmal.",
    },
    passing: true,
  },
  consent_required: {
    title: { en: "The platform does not show us this channel", de: "Die Plattform zeigt uns diesen Kanal nicht" },
    remedy: {
      en: "Check the spelling. If it is right, only its owner can let us read it: connect it in your account, or go on without a measurement.",
      de: "Prüfe die Schreibweise. Stimmt sie, kann nur der Inhaber uns lesen lassen: Verbinde ihn in deinem Konto oder mach ohne Messung weiter.",
    },
    passing: false,
  },
  source_down: {
    title: { en: "The platform does not answer", de: "Die Plattform antwortet nicht" },
    remedy: { en: "Try again in a minute.", de: "Versuche es in einer Minute noch einmal." },
    passing: true,
  },
  schema_changed: {
    title: { en: "The platform's answer is new to us", de: "Die Antwort der Plattform kennen wir so nicht" },
    remedy: {
      en: "We don't guess numbers. We are told of it; try again later.",
      de: "Wir raten keine Zahlen. Wir wissen davon; versuche es später noch einmal.",
    },
    passing: true,
  },
  ambiguous: {
    title: { en: "This name could mean several channels", de: "Dieser Name kann mehrere Kanäle meinen" },
    remedy: {
      en: "Paste the link to the profile; if the name changed hands, use the channel's id.",
      de: "Füge den Link zum Profil ein; hat der Name den Inhaber gewechselt, nimm die Kanal-ID.",
    },
    passing: false,
  },
};

/** The words a customer sees for a failure. */
export function describeFailure(kind: SourceFailure, locale: Locale): { title: string; remedy: string } {
  const { title, remedy } = entries[kind];
  return { title: inLocale(title, locale), remedy: inLocale(remedy, locale) };
}

/** Whether trying again later can help without a change of the channel. */
export const isPassing = (kind: SourceFailure): boolean => entries[kind].passing;

/**
 * What becomes of a failure: whether jobs ask again by themselves, and for how many milliseconds of wall time the answer
 * is remembered instead of asked for again.
 */
export const retryPolicyOf = (kind: SourceFailure): { readonly byItself: boolean; readonly rememberedMs: number } => ({
  byItself: isPassing(kind),
  rememberedMs: isPassing(kind) ? 0 : negativeMs,
});

/** Wall milliseconds for which a definite no is not asked again. */
export const negativeMs = 60_000;
