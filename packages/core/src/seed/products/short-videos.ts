import { handedOver } from "./seed-evidence.ts";
import { noPromise, revisions, rights } from "./seed-faq.ts";
import { brief, materialLink } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const shortVideos: SeedProduct = {
  slug: "short-videos",
  category: "content",
  deliverableKind: "asset",
  serviceKey: "content",
  platforms: ["instagram", "tiktok", "youtube"],
  title: both("Short videos", "Kurzvideos"),
  summary: both(
    "Vertical videos from idea to export: script, edit, captions, cover. You film on your phone, we do the rest.",
    "Hochkantvideos von der Idee bis zum Export: Skript, Schnitt, Untertitel, Titelbild. Du filmst mit dem Telefon, wir machen den Rest.",
  ),
  description: both(
    "Each video starts with one question your audience really asks. You get a shot list that takes twenty minutes to film, upload the clips to a folder, and receive a finished video with burnt-in captions, a cover and a suggested text. Exports for all three platforms are included.",
    "Jedes Video beginnt mit einer Frage, die dein Publikum wirklich stellt. Du bekommst eine Drehliste für zwanzig Minuten, lädst die Aufnahmen in einen Ordner und erhältst ein fertiges Video mit eingebrannten Untertiteln, Titelbild und Textvorschlag. Exporte für alle drei Plattformen sind dabei.",
  ),
  unit: both("video", "Video"),
  price: [12_900, 13_900, 11_400],
  quantity: { minimum: 1, maximum: 20, step: 1, default: 4 },
  tiers: [
    { fromQuantity: 4, discountBp: 500 },
    { fromQuantity: 8, discountBp: 1_000 },
    { fromQuantity: 16, discountBp: 1_500 },
  ],
  groups: [
    {
      key: "length",
      name: both("Length", "Länge"),
      description: both("Of the finished video.", "Des fertigen Videos."),
      kind: "single",
      required: true,
      options: [
        {
          key: "thirty",
          name: both("Up to 30 seconds", "Bis 30 Sekunden"),
          description: both("One thought.", "Ein Gedanke."),
        },
        {
          key: "sixty",
          name: both("Up to 60 seconds", "Bis 60 Sekunden"),
          description: both("A small story.", "Eine kleine Geschichte."),
          price: [1_500, 1_700, 1_300],
          recommended: true,
        },
        {
          key: "ninety",
          name: both("Up to 90 seconds", "Bis 90 Sekunden"),
          description: both("An explanation with steps.", "Eine Erklärung mit Schritten."),
          price: [3_500, 3_800, 3_000],
        },
      ],
    },
    {
      key: "style",
      name: both("Style", "Stil"),
      description: both("How it should feel.", "Wie es sich anfühlen soll."),
      kind: "single",
      required: true,
      options: [
        {
          key: "talking",
          name: both("Someone talks", "Jemand erzählt"),
          description: both("Face, voice, cutaways.", "Gesicht, Stimme, Zwischenbilder."),
          recommended: true,
        },
        {
          key: "hands",
          name: both("Hands at work", "Hände bei der Arbeit"),
          description: both("No face needed.", "Ganz ohne Gesicht."),
        },
        {
          key: "animated",
          name: both("Animated", "Animiert"),
          description: both("Drawn in your colours.", "In deinen Farben gezeichnet."),
          price: [6_000, 6_500, 5_300],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "voice",
      name: both("Professional voice", "Professionelle Stimme"),
      description: both(
        "English or German, recorded by a person.",
        "Deutsch oder Englisch, von einem Menschen gesprochen.",
      ),
      price: [7_900, 8_600, 6_900],
    },
    {
      key: "rush",
      name: both("Ahead of the queue", "Vor der Warteschlange"),
      description: both("First cut on the next working day.", "Erster Schnitt am nächsten Werktag."),
      shareBp: 2_500,
    },
  ],
  fields: [
    brief,
    {
      ...materialLink,
      required: true,
      when: [
        { kind: "option", key: "style/talking" },
        { kind: "option", key: "style/hands" },
      ],
    },
    {
      key: "brand-color",
      label: both("Main colour", "Hauptfarbe"),
      help: both("As a hex value, if you have one.", "Als Hexwert, falls vorhanden."),
      placeholder: both("#0e7c66", "#0e7c66"),
      kind: "text",
      maxLength: 7,
      pattern: "#[0-9a-fA-F]{6}",
      when: [{ kind: "option", key: "style/animated" }],
    },
  ],
  presets: [
    {
      key: "one-month",
      name: both("A month of videos", "Ein Monat Videos"),
      summary: both("Four videos, one a week.", "Vier Videos, eins pro Woche."),
      badge: both("Popular", "Beliebt"),
      quantity: 4,
      options: { length: ["sixty"], style: ["talking"] },
    },
    {
      key: "quiet-maker",
      name: both("For quiet makers", "Für stille Macherinnen und Macher"),
      summary: both("Eight videos, only hands, with a voice.", "Acht Videos, nur Hände, mit Stimme."),
      quantity: 8,
      options: { length: ["sixty"], style: ["hands"] },
      addOns: ["voice"],
    },
  ],
  faq: [revisions, rights, noPromise],
  evidence: handedOver,
  sla: [8, 40],
  artSeed: 1283,
};
