import { handedOver } from "./seed-evidence.ts";
import { revisions, rights } from "./seed-faq.ts";
import { brief, materialLink } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const videoEditing: SeedProduct = {
  slug: "video-editing",
  category: "content",
  deliverableKind: "asset",
  serviceKey: "content",
  platforms: ["youtube"],
  title: both("Long-form video editing", "Schnitt für lange Videos"),
  summary: both(
    "From two hours of footage to the twelve minutes people stay for: structure, cut, sound, chapters.",
    "Aus zwei Stunden Material werden die zwölf Minuten, für die man bleibt: Aufbau, Schnitt, Ton, Kapitel.",
  ),
  description: both(
    "An editor who knows your format watches everything, proposes a structure on paper first, and then cuts. Sound is cleaned and levelled, cuts are motivated, chapters are named. You get the project file as well, so that you never depend on us.",
    "Eine Schnittkraft, die dein Format kennt, sieht alles an, schlägt zuerst auf Papier einen Aufbau vor und schneidet dann. Der Ton wird gereinigt und ausgeglichen, Schnitte haben einen Grund, Kapitel einen Namen. Die Projektdatei bekommst du auch, damit du nie von uns abhängst.",
  ),
  unit: both("edited video", "geschnittenes Video"),
  price: [18_900, 19_900, 16_900],
  quantity: { minimum: 1, maximum: 8, step: 1, default: 1 },
  tiers: [{ fromQuantity: 4, discountBp: 700 }],
  capacity: 40,
  groups: [
    {
      key: "length",
      name: both("Finished length", "Fertige Länge"),
      description: both("Footage may be up to ten times as long.", "Das Material darf bis zu zehnmal so lang sein."),
      kind: "single",
      required: true,
      options: [
        {
          key: "ten",
          name: both("Up to 10 minutes", "Bis 10 Minuten"),
          description: both("An episode.", "Eine Folge."),
          recommended: true,
        },
        {
          key: "twenty",
          name: both("Up to 20 minutes", "Bis 20 Minuten"),
          description: both("A report.", "Eine Reportage."),
          price: [9_000, 9_700, 7_900],
        },
        {
          key: "forty",
          name: both("Up to 40 minutes", "Bis 40 Minuten"),
          description: both("A conversation or a small film.", "Ein Gespräch oder ein kleiner Film."),
          price: [21_000, 22_900, 18_500],
        },
      ],
    },
    {
      key: "extras",
      name: both("Craft", "Handwerk"),
      description: both("Choose what the video needs.", "Wähle, was das Video braucht."),
      kind: "multiple",
      required: false,
      options: [
        {
          key: "color",
          name: both("Colour grading", "Farbkorrektur"),
          description: both("One look over all cameras.", "Ein Bild über alle Kameras."),
          price: [4_500, 4_900, 3_900],
        },
        {
          key: "graphics",
          name: both("Maps and graphics", "Karten und Grafiken"),
          description: both("Up to five, animated.", "Bis zu fünf, animiert."),
          price: [6_500, 6_900, 5_700],
        },
        {
          key: "music",
          name: both("Licensed music", "Lizenzierte Musik"),
          description: both("Chosen for you, free of claims.", "Für dich gewählt, ohne Ansprüche Dritter."),
          price: [2_500, 2_700, 2_200],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "three-shorts",
      name: both("Three short clips from it", "Drei kurze Ausschnitte daraus"),
      description: both("Vertical, captioned, ready to post.", "Hochkant, untertitelt, fertig zum Posten."),
      price: [11_900, 12_900, 10_500],
      recommended: true,
    },
  ],
  plans: [
    {
      key: "standard",
      name: both("Usual pace", "Übliches Tempo"),
      description: both("Delivered within two days of work.", "In zwei Arbeitstagen geliefert."),
      default: true,
    },
    {
      key: "priority",
      name: both("Priority", "Vorrang"),
      description: both(
        "Your editor starts with you and works on nothing else.",
        "Deine Schnittkraft beginnt mit dir und arbeitet an nichts anderem.",
      ),
      multiplierBp: 13_000,
    },
  ],
  fields: [
    { ...materialLink, required: true },
    brief,
    {
      key: "reference",
      label: both("A video you like", "Ein Video, das dir gefällt"),
      help: both("For tone and pace, not to copy.", "Für Ton und Tempo, nicht zum Nachmachen."),
      placeholder: both("https://www.youtube.com/watch?v=…", "https://www.youtube.com/watch?v=…"),
      kind: "url",
      maxLength: 300,
    },
  ],
  presets: [
    {
      key: "episode",
      name: both("One episode", "Eine Folge"),
      summary: both("Ten minutes, music and colour.", "Zehn Minuten, Musik und Farbe."),
      quantity: 1,
      options: { length: ["ten"], extras: ["color", "music"] },
    },
    {
      key: "season",
      name: both("A small season", "Eine kleine Staffel"),
      summary: both("Four episodes with short clips.", "Vier Folgen mit kurzen Ausschnitten."),
      badge: both("Best value", "Bester Preis"),
      quantity: 4,
      options: { length: ["ten"], extras: ["color", "music"] },
      addOns: ["three-shorts"],
    },
  ],
  faq: [revisions, rights],
  evidence: handedOver,
  sla: [8, 44],
  artSeed: 1399,
};
