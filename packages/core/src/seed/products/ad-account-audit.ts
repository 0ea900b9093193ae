import { auditReport } from "./seed-evidence.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const adAccountAudit: SeedProduct = {
  slug: "ad-spend-audit",
  category: "audit",
  deliverableKind: "audit",
  serviceKey: "audits",
  platforms: ["instagram", "tiktok", "youtube", "x"],
  title: both("Ad spend audit", "Prüfung deiner Werbeausgaben"),
  summary: both(
    "Where did the money go? An independent look at three months of ads, from exports you send us.",
    "Wo ist das Geld geblieben? Ein unabhängiger Blick auf drei Monate Anzeigen, aus Exporten, die du uns schickst.",
  ),
  description: both(
    "You export reports, we read them: overlapping audiences, ads that only look good, budgets that fight each other, numbers that can't be true. The result is a ranked list with what each finding costs you in a month, and how sure we are.",
    "Du exportierst Berichte, wir lesen sie: überlappende Zielgruppen, Anzeigen, die nur gut aussehen, Budgets, die gegeneinander arbeiten, Zahlen, die nicht stimmen können. Heraus kommt eine Rangliste mit dem, was dich jeder Befund im Monat kostet, und wie sicher wir sind.",
  ),
  unit: both("audit", "Prüfung"),
  price: [22_900, 24_900, 19_900],
  quantity: { minimum: 1, maximum: 2, step: 1, default: 1 },
  capacity: 10,
  groups: [
    {
      key: "spend",
      name: both("Monthly spend", "Ausgaben im Monat"),
      description: both("On average.", "Im Schnitt."),
      kind: "single",
      required: true,
      options: [
        {
          key: "small",
          name: both("Up to 2,000", "Bis 2.000"),
          description: both("One platform.", "Eine Plattform."),
          recommended: true,
        },
        {
          key: "medium",
          name: both("Up to 10,000", "Bis 10.000"),
          description: both("Two platforms.", "Zwei Plattformen."),
          price: [11_000, 11_900, 9_700],
        },
        {
          key: "large",
          name: both("Up to 50,000", "Bis 50.000"),
          description: both("All platforms.", "Alle Plattformen."),
          price: [29_000, 31_500, 25_500],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "second-look",
      name: both("Second look after a month", "Zweiter Blick nach einem Monat"),
      description: both("What changed, on one page.", "Was sich geändert hat, auf einer Seite."),
      price: [9_900, 10_700, 8_700],
    },
  ],
  fields: [
    {
      key: "exports",
      label: both("Folder with your exports", "Ordner mit deinen Exporten"),
      help: both(
        "We send you a list of the reports we read.",
        "Wir schicken dir eine Liste der Berichte, die wir lesen.",
      ),
      placeholder: both("https://drive.example.com/…", "https://drive.example.com/…"),
      kind: "url",
      required: true,
      maxLength: 500,
    },
  ],
  presets: [],
  faq: [
    {
      question: both("Do you sell ads to me afterwards?", "Verkauft ihr mir danach Anzeigen?"),
      answer: both(
        "The auditor never runs campaigns and earns nothing from them.",
        "Wer prüft, führt keine Kampagnen und verdient nichts daran.",
      ),
    },
  ],
  evidence: auditReport,
  sla: [8, 24],
  artSeed: 2243,
};
