import { livePlacement } from "./seed-evidence.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const hostedGiveaway: SeedProduct = {
  slug: "hosted-giveaway",
  category: "placement",
  deliverableKind: "placement",
  serviceKey: "placements",
  platforms: ["instagram", "tiktok", "youtube"],
  title: both("Hosted giveaway", "Begleitetes Gewinnspiel"),
  summary: both(
    "A draw with real entry: clear terms, a fair and documented draw, and a prize that arrives.",
    "Eine Verlosung mit echter Teilnahme: klare Bedingungen, eine faire, dokumentierte Ziehung und ein Preis, der ankommt.",
  ),
  description: both(
    "We write the terms of entry, host the entry page, draw the winner with a public seed and ship the prize. Taking part never depends on liking or following anything, as platforms and the law ask for. Every giveaway is looked at by a person before it starts.",
    "Wir schreiben die Teilnahmebedingungen, betreiben die Teilnahmeseite, ziehen mit öffentlichem Zufallswert und verschicken den Preis. Die Teilnahme hängt nie davon ab, dass jemand etwas mit Gefällt mir markiert oder folgt, so wie Plattformen und Gesetz es verlangen. Jedes Gewinnspiel wird vor dem Start von einem Menschen geprüft.",
  ),
  unit: both("giveaway", "Gewinnspiel"),
  price: [24_900, 26_900, 21_900],
  quantity: { minimum: 1, maximum: 2, step: 1, default: 1 },
  capacity: 12,
  groups: [
    {
      key: "entry",
      name: both("How people enter", "Wie man teilnimmt"),
      description: both("Each way is free.", "Jeder Weg ist kostenlos."),
      kind: "single",
      required: true,
      options: [
        {
          key: "form",
          name: both("Short form", "Kurzes Formular"),
          description: both("A name and an e-mail address.", "Ein Name und eine E-Mail-Adresse."),
          recommended: true,
        },
        {
          key: "creative",
          name: both("Send in something made", "Etwas Eigenes einsenden"),
          description: both(
            "A picture or a recipe; a jury decides.",
            "Ein Bild oder ein Rezept; eine Jury entscheidet.",
          ),
          price: [6_000, 6_500, 5_300],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "shipping-abroad",
      name: both("Shipping abroad", "Versand ins Ausland"),
      description: both("Anywhere in Europe, insured.", "Überall in Europa, versichert."),
      price: [2_900, 3_200, 2_500],
    },
  ],
  fields: [
    {
      key: "prize",
      label: both("Prize and its value", "Preis und sein Wert"),
      help: both("What exactly is given away?", "Was genau wird verlost?"),
      kind: "text",
      required: true,
      minLength: 5,
      maxLength: 200,
    },
    {
      key: "minimum-age",
      label: both("Minimum age", "Mindestalter"),
      help: both("16 or older.", "16 oder älter."),
      placeholder: both("18", "18"),
      kind: "number",
      required: true,
      minimum: 16,
      maximum: 99,
    },
  ],
  presets: [],
  faq: [
    {
      question: both("Why may entry not depend on following?", "Warum darf die Teilnahme nicht vom Folgen abhängen?"),
      answer: both(
        "Because engagement that is paid with a chance to win is not real engagement, and most platforms forbid it.",
        "Weil Zuspruch, der mit einer Gewinnchance bezahlt wird, kein echter ist, und weil die meisten Plattformen es verbieten.",
      ),
    },
  ],
  evidence: livePlacement,
  sla: [12, 48],
  ownership: "required",
  artSeed: 1171,
};
