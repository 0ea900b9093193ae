import { timeSheet } from "./seed-evidence.ts";
import { brief, shiftTimes } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const teamWorkshop: SeedProduct = {
  slug: "team-workshop",
  category: "training",
  deliverableKind: "hours",
  serviceKey: "hours",
  platforms: ["instagram", "tiktok", "youtube", "x", "bluesky"],
  title: both("Team workshop", "Workshop fürs Team"),
  summary: both(
    "Half a day for up to twelve people who share one channel: roles, rhythm, rules, and a plan for eight weeks.",
    "Ein halber Tag für bis zu zwölf Menschen, die einen Kanal teilen: Rollen, Rhythmus, Regeln und ein Plan für acht Wochen.",
  ),
  description: both(
    "We prepare with an interview, work with your material and leave with decisions instead of ideas: who films, who answers, who may say no. The plan is a document you can change without us.",
    "Wir bereiten uns mit einem Gespräch vor, arbeiten mit eurem Material und gehen mit Entscheidungen statt mit Ideen: Wer filmt, wer antwortet, wer darf Nein sagen? Der Plan ist ein Dokument, das ihr ohne uns ändern könnt.",
  ),
  unit: both("workshop hour", "Workshopstunde"),
  price: [17_500, 18_900, 15_500],
  quantity: { minimum: 4, maximum: 8, step: 4, default: 4 },
  capacity: 24,
  groups: [
    {
      key: "place",
      name: both("Place", "Ort"),
      description: both("Where we meet.", "Wo wir uns treffen."),
      kind: "single",
      required: true,
      options: [
        {
          key: "remote",
          name: both("Remote", "Aus der Ferne"),
          description: both("Video call with a shared board.", "Videokonferenz mit gemeinsamer Tafel."),
          recommended: true,
        },
        {
          key: "berlin",
          name: both("In our studio in Berlin", "In unserem Studio in Berlin"),
          description: both("With camera, light and coffee.", "Mit Kamera, Licht und Kaffee."),
          price: [4_000, 4_400, 3_500],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "follow-up",
      name: both("Follow-up after eight weeks", "Nachtreffen nach acht Wochen"),
      description: both("Ninety minutes: what held, what didn't?", "Neunzig Minuten: Was hat gehalten, was nicht?"),
      price: [19_900, 21_500, 17_500],
      recommended: true,
    },
  ],
  fields: [
    shiftTimes,
    {
      key: "people",
      label: both("How many people?", "Wie viele Menschen?"),
      help: both("Up to twelve.", "Bis zu zwölf."),
      placeholder: both("6", "6"),
      kind: "number",
      required: true,
      minimum: 2,
      maximum: 12,
    },
    brief,
  ],
  presets: [
    {
      key: "half-day",
      name: both("Half a day, with follow-up", "Ein halber Tag, mit Nachtreffen"),
      summary: both("Four hours from afar.", "Vier Stunden aus der Ferne."),
      quantity: 4,
      options: { place: ["remote"] },
      addOns: ["follow-up"],
    },
  ],
  faq: [
    {
      question: both("Can we split it over two days?", "Können wir es auf zwei Tage verteilen?"),
      answer: both("Yes, in parts of at least two hours.", "Ja, in Teilen von mindestens zwei Stunden."),
    },
  ],
  evidence: timeSheet,
  sla: [12, 48],
  artSeed: 2459,
};
