import type { Locale } from "@smplat/contracts/vocabulary";
import type { OrderNewsKind } from "../mail-task.ts";

export interface NewsFacts {
  /** What was bought, in the reader's language. */
  readonly title: string;
  /** The reason somebody gave, or the day a late delivery is expected; null without one. */
  readonly detail: string | null;
}

export interface NewsWords {
  readonly subject: (number: string) => string;
  readonly heading: string;
  readonly text: (facts: NewsFacts) => string;
}

export const newsButton: Readonly<Record<Locale, string>> = { en: "See the order", de: "Bestellung ansehen" };

const en: Readonly<Record<OrderNewsKind, NewsWords>> = {
  "refill-requested": {
    subject: (number) => `A refill for order ${number} was asked for`,
    heading: "A refill was asked for",
    text: ({ title }) =>
      `What was delivered of “${title}” is below what we guarantee. Somebody of us looks at it now; you need not do anything.`,
  },
  "refill-approved": {
    subject: (number) => `We are making order ${number} good`,
    heading: "Your refill is approved",
    text: ({ title }) =>
      `What is missing of “${title}” is delivered again at our cost. The order's page shows how far it is.`,
  },
  "refill-declined": {
    subject: (number) => `About the refill for order ${number}`,
    heading: "The refill was not approved",
    text: ({ title, detail }) =>
      `We looked at “${title}” and will not refill it${detail === null ? "" : `: ${detail}`}. Reply to this mail if you see it differently.`,
  },
  "refill-completed": {
    subject: (number) => `Order ${number} is complete again`,
    heading: "Your refill is delivered",
    text: ({ title }) => `What was missing of “${title}” has been delivered. The evidence is on the order's page.`,
  },
  "refill-failed": {
    subject: (number) => `The refill for order ${number} did not work out`,
    heading: "We could not refill it",
    text: ({ title }) =>
      `What is missing of “${title}” could not be delivered again. A person of us decides now how you are made whole, and writes to you.`,
  },
  "line-late": {
    subject: (number) => `Order ${number} is late`,
    heading: "Your delivery is late",
    text: ({ title, detail }) =>
      detail === null
        ? `“${title}” is not finished by the time we promised, and we cannot say yet when it will be. We are asking, and the order's page shows what we know.`
        : `“${title}” is not finished by the time we promised. At the pace so far it will be on ${detail}.`,
  },
  "line-stalled": {
    subject: (number) => `Order ${number} is waiting`,
    heading: "We are looking for another way",
    text: ({ title }) =>
      `The work on “${title}” could not be placed yet. We paused the order while a person of us looks for another way; nothing is lost, and your money is safe.`,
  },
  "dispute-opened": {
    subject: (number) => `Your bank disputes the payment of order ${number}`,
    heading: "Your bank opened a dispute",
    text: () =>
      "Your bank took the payment back for as long as it looks into it, so we paused the order. If you did not ask for this, tell your bank; if something is wrong with the order, reply to this mail and we put it right.",
  },
};

const de: Readonly<Record<OrderNewsKind, NewsWords>> = {
  "refill-requested": {
    subject: (number) => `Nachlieferung zu Bestellung ${number} angefragt`,
    heading: "Eine Nachlieferung ist angefragt",
    text: ({ title }) =>
      `Von „${title}“ wurde weniger geliefert, als wir garantieren. Jemand von uns sieht es sich an; du musst nichts tun.`,
  },
  "refill-approved": {
    subject: (number) => `Wir liefern zu Bestellung ${number} nach`,
    heading: "Deine Nachlieferung ist genehmigt",
    text: ({ title }) =>
      `Was von „${title}“ fehlt, wird auf unsere Kosten nachgeliefert. Die Seite der Bestellung zeigt, wie weit es ist.`,
  },
  "refill-declined": {
    subject: (number) => `Zur Nachlieferung für Bestellung ${number}`,
    heading: "Die Nachlieferung wurde nicht genehmigt",
    text: ({ title, detail }) =>
      `Wir haben uns „${title}“ angesehen und liefern nicht nach${detail === null ? "" : `: ${detail}`}. Antworte auf diese Mail, wenn du es anders siehst.`,
  },
  "refill-completed": {
    subject: (number) => `Bestellung ${number} ist wieder vollständig`,
    heading: "Deine Nachlieferung ist da",
    text: ({ title }) => `Was von „${title}“ fehlte, ist geliefert. Die Nachweise stehen auf der Seite der Bestellung.`,
  },
  "refill-failed": {
    subject: (number) => `Die Nachlieferung zu Bestellung ${number} hat nicht geklappt`,
    heading: "Wir konnten nicht nachliefern",
    text: ({ title }) =>
      `Was von „${title}“ fehlt, konnte nicht nachgeliefert werden. Jemand von uns entscheidet jetzt, wie wir es gutmachen, und schreibt dir.`,
  },
  "line-late": {
    subject: (number) => `Bestellung ${number} verspätet sich`,
    heading: "Deine Lieferung verspätet sich",
    text: ({ title, detail }) =>
      detail === null
        ? `„${title}“ ist zur zugesagten Zeit nicht fertig, und wir können noch nicht sagen, wann es so weit ist. Wir fragen nach; die Seite der Bestellung zeigt, was wir wissen.`
        : `„${title}“ ist zur zugesagten Zeit nicht fertig. Beim bisherigen Tempo ist es am ${detail} so weit.`,
  },
  "line-stalled": {
    subject: (number) => `Bestellung ${number} wartet`,
    heading: "Wir suchen einen anderen Weg",
    text: ({ title }) =>
      `Die Arbeit an „${title}“ konnte noch nicht vergeben werden. Wir haben die Bestellung angehalten, während jemand von uns einen anderen Weg sucht; nichts ist verloren, und dein Geld ist sicher.`,
  },
  "dispute-opened": {
    subject: (number) => `Deine Bank bestreitet die Zahlung zu Bestellung ${number}`,
    heading: "Deine Bank hat einen Widerspruch eröffnet",
    text: () =>
      "Deine Bank hat die Zahlung zurückgeholt, solange sie den Fall prüft; darum haben wir die Bestellung angehalten. Wenn du das nicht veranlasst hast, sag es deiner Bank; wenn mit der Bestellung etwas nicht stimmt, antworte auf diese Mail, und wir bringen es in Ordnung.",
  },
};

export const newsWords: Readonly<Record<Locale, Readonly<Record<OrderNewsKind, NewsWords>>>> = { en, de };
