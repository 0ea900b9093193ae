import { timeSheet } from "./seed-evidence.ts";
import { noAccess } from "./seed-faq.ts";
import { brief, shiftTimes } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const communityHours: SeedProduct = {
  slug: "community-management-hours",
  category: "community",
  deliverableKind: "hours",
  serviceKey: "hours",
  platforms: ["instagram", "tiktok", "youtube", "x", "bluesky"],
  title: both("Community management by the hour", "Community-Management nach Stunden"),
  summary: both(
    "Somebody reads what your audience writes, answers in your voice and tells you what matters.",
    "Jemand liest, was dein Publikum schreibt, antwortet in deiner Stimme und sagt dir, was wichtig ist.",
  ),
  description: both(
    "The same person every week, in the hours you choose. They answer questions, thank people, hide what breaks your rules and collect ideas. Every answer is written by hand. You get a time sheet and half a page of what people talk about.",
    "Jede Woche derselbe Mensch, in den Stunden, die du wählst. Er beantwortet Fragen, bedankt sich, blendet aus, was gegen deine Regeln verstößt, und sammelt Ideen. Jede Antwort ist von Hand geschrieben. Du bekommst einen Stundenzettel und eine halbe Seite darüber, worüber gesprochen wird.",
  ),
  unit: both("hour", "Stunde"),
  price: [4_600, 4_900, 4_000],
  quantity: { minimum: 5, maximum: 80, step: 5, default: 10 },
  tiers: [
    { fromQuantity: 20, discountBp: 500 },
    { fromQuantity: 40, discountBp: 1_000 },
  ],
  capacity: 400,
  groups: [
    {
      key: "focus",
      name: both("Focus", "Schwerpunkt"),
      description: both("What takes most of the time.", "Was die meiste Zeit bekommt."),
      kind: "single",
      required: true,
      options: [
        {
          key: "answers",
          name: both("Answering", "Antworten"),
          description: both("Questions and thanks.", "Fragen und Dank."),
          recommended: true,
        },
        {
          key: "care",
          name: both("Keeping it kind", "Für guten Ton sorgen"),
          description: both("Rules, conflicts, hiding.", "Regeln, Konflikte, Ausblenden."),
        },
        {
          key: "listening",
          name: both("Listening", "Zuhören"),
          description: both("Ideas and complaints, sorted.", "Ideen und Beschwerden, sortiert."),
          price: [300, 350, 250],
        },
      ],
    },
    {
      key: "language",
      name: both("Language", "Sprache"),
      description: both("Of your audience.", "Deines Publikums."),
      kind: "single",
      required: true,
      options: [
        { key: "german", name: both("German", "Deutsch"), description: both("Native.", "Muttersprachlich.") },
        { key: "english", name: both("English", "Englisch"), description: both("Native.", "Muttersprachlich.") },
        {
          key: "both",
          name: both("Both", "Beide"),
          description: both("One person, two languages.", "Ein Mensch, zwei Sprachen."),
          price: [600, 650, 500],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "rules",
      name: both("House rules", "Hausregeln"),
      description: both("We write them with you, one page.", "Wir schreiben sie mit dir, eine Seite."),
      price: [7_900, 8_500, 6_900],
      recommended: true,
    },
  ],
  plans: [
    {
      key: "weekdays",
      name: both("Weekdays", "Werktags"),
      description: both("Monday to Friday, 8 am to 8 pm.", "Montag bis Freitag, 8 bis 20 Uhr."),
      default: true,
    },
    {
      key: "any-day",
      name: both("Any day", "An jedem Tag"),
      description: both("Evenings and weekends too.", "Auch abends und am Wochenende."),
      multiplierBp: 12_500,
    },
  ],
  fields: [shiftTimes, brief],
  presets: [
    {
      key: "ten-hours",
      name: both("Ten hours to begin with", "Zehn Stunden für den Anfang"),
      summary: both("Answering, with house rules.", "Antworten, mit Hausregeln."),
      quantity: 10,
      options: { focus: ["answers"] },
      addOns: ["rules"],
    },
    {
      key: "busy-month",
      name: both("A busy month", "Ein voller Monat"),
      summary: both("Forty hours on any day.", "Vierzig Stunden an jedem Tag."),
      badge: both("Best value", "Bester Preis"),
      quantity: 40,
      options: { focus: ["answers"] },
      plan: "any-day",
    },
  ],
  faq: [
    noAccess,
    {
      question: both("Do you write messages by machine?", "Schreibt bei euch eine Maschine?"),
      answer: both(
        "No. People answer people, and we never write to anybody who didn't write first.",
        "Nein. Menschen antworten Menschen, und wir schreiben nie jemanden an, der nicht zuerst geschrieben hat.",
      ),
    },
  ],
  evidence: timeSheet,
  sla: [8, 48],
  ownership: "required",
  artSeed: 1823,
};
