import { adReport } from "./seed-evidence.ts";
import { noPromise, shortfall } from "./seed-faq.ts";
import { brief, materialLink } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const creativeTest: SeedProduct = {
  slug: "ad-creative-test",
  category: "advertising",
  deliverableKind: "reported_ad_result",
  serviceKey: "ad-results",
  platforms: ["instagram", "tiktok", "youtube"],
  title: both("Ad creative test", "Anzeigentest"),
  summary: both(
    "Four openings, one budget, one clear answer: which idea deserves the money?",
    "Vier Einstiege, ein Budget, eine klare Antwort: Welche Idee verdient das Geld?",
  ),
  description: both(
    "Before you spend on a campaign, we let ideas compete under fair conditions: same audience, same hours, same budget. You get the comparison with its margin of error, and we say so when there is no winner. Each media package is planned with 1,000 impressions as the platform reports them.",
    "Bevor du Geld in eine Kampagne steckst, lassen wir Ideen unter fairen Bedingungen antreten: gleiche Zielgruppe, gleiche Stunden, gleiches Budget. Du bekommst den Vergleich mit seiner Fehlerspanne, und wenn es keinen Sieger gibt, sagen wir das. Jedes Mediapaket ist mit 1.000 Impressionen laut Plattform geplant.",
  ),
  unit: both("media package", "Mediapaket"),
  price: [1_490, 1_590, 1_310],
  quantity: { minimum: 20, maximum: 120, step: 20, default: 40 },
  groups: [
    {
      key: "versions",
      name: both("Ideas to compare", "Ideen im Vergleich"),
      description: both(
        "More ideas need more budget to tell apart.",
        "Mehr Ideen brauchen mehr Budget, um sich zu unterscheiden.",
      ),
      kind: "single",
      required: true,
      options: [
        {
          key: "two",
          name: both("Two", "Zwei"),
          description: both("The quickest answer.", "Die schnellste Antwort."),
        },
        {
          key: "four",
          name: both("Four", "Vier"),
          description: both("Our usual set-up.", "Unser üblicher Aufbau."),
          price: [90, 95, 80],
          recommended: true,
        },
      ],
    },
  ],
  addOns: [
    {
      key: "openings",
      name: both("We write and cut the openings", "Wir schreiben und schneiden die Einstiege"),
      description: both("From your footage, three seconds each.", "Aus deinem Material, je drei Sekunden."),
      price: [14_900, 15_900, 12_900],
      recommended: true,
    },
  ],
  fields: [brief, materialLink],
  presets: [
    {
      key: "quick-answer",
      name: both("Quick answer", "Schnelle Antwort"),
      summary: both("Two ideas, twenty packages.", "Zwei Ideen, zwanzig Pakete."),
      quantity: 20,
      options: { versions: ["two"] },
    },
    {
      key: "full-test",
      name: both("Full test", "Voller Test"),
      summary: both("Four ideas, openings made by us.", "Vier Ideen, Einstiege von uns."),
      badge: both("Recommended", "Empfohlen"),
      quantity: 60,
      options: { versions: ["four"] },
      addOns: ["openings"],
    },
  ],
  faq: [shortfall, noPromise],
  evidence: adReport,
  sla: [8, 44],
  artSeed: 5527,
};
