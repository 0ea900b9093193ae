import { both } from "./seed-product.ts";

/** Questions that come up with every product of a kind. */

export const noAccess = {
  question: both("How do you work without access to my account?", "Wie arbeitet ihr ohne Zugang zu meinem Konto?"),
  answer: both(
    "Through the tools platforms offer for working together: partner access, shared folders and public pages. Your login stays with you.",
    "Mit den Werkzeugen, die Plattformen für Zusammenarbeit anbieten: Partnerzugriff, geteilte Ordner und öffentliche Seiten. Deine Anmeldung bleibt bei dir.",
  ),
};

export const shortfall = {
  question: both("What if less is delivered than I ordered?", "Was ist, wenn weniger geliefert wird als bestellt?"),
  answer: both(
    "Then the order says so, openly. Inside the guarantee we deliver the rest; if that is not possible, you get the money for it back.",
    "Dann steht das offen in der Bestellung. Innerhalb der Garantie liefern wir den Rest nach; geht das nicht, bekommst du das Geld dafür zurück.",
  ),
};

export const noPromise = {
  question: both("Will my channel grow from this?", "Wächst mein Kanal dadurch?"),
  answer: both(
    "Nobody can honestly promise that. You get the work you ordered, and where the platform allows it a reading of your channel before, during and after, with its margin of error.",
    "Das kann niemand ehrlich versprechen. Du bekommst die bestellte Arbeit und, wo die Plattform es erlaubt, Messungen deines Kanals davor, währenddessen und danach, mit ihrer Fehlerspanne.",
  ),
};

export const revisions = {
  question: both("How many rounds of changes are included?", "Wie viele Korrekturrunden sind dabei?"),
  answer: both(
    "Two, within 21 days of handing over. A change of the brief itself is a new order.",
    "Zwei, innerhalb von 21 Tagen nach der Übergabe. Eine Änderung des Briefings selbst ist ein neuer Auftrag.",
  ),
};

export const rights = {
  question: both("Who owns the result?", "Wem gehört das Ergebnis?"),
  answer: both(
    "You do: all rights of use, without limit in time or place, from the moment you paid.",
    "Dir: alle Nutzungsrechte, zeitlich und räumlich unbegrenzt, sobald bezahlt ist.",
  ),
};

export const labelled = {
  question: both("Is the placement marked as advertising?", "Ist die Platzierung als Werbung gekennzeichnet?"),
  answer: both(
    "Always, in the way the platform and the law ask for. That is not an option one can switch off.",
    "Immer, so wie Plattform und Gesetz es verlangen. Abschalten lässt sich das nicht.",
  ),
};
