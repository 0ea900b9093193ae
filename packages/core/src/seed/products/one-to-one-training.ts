import { timeSheet } from "./seed-evidence.ts";
import { noPromise } from "./seed-faq.ts";
import { shiftTimes } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const oneToOneTraining: SeedProduct = {
  slug: "one-to-one-training",
  category: "training",
  deliverableKind: "hours",
  serviceKey: "hours",
  platforms: ["instagram", "tiktok", "youtube", "x", "bluesky"],
  title: both("One-to-one training", "Einzeltraining"),
  summary: both(
    "An hour with somebody who does it every day: your questions, your channel, your pace.",
    "Eine Stunde mit jemandem, der es täglich macht: deine Fragen, dein Kanal, dein Tempo.",
  ),
  description: both(
    "No slides. You bring what keeps you busy, we look at it together and try things out on the screen. Afterwards you get a page of notes with the three things to do until next time, and the recording.",
    "Ohne Folien. Du bringst mit, was dich beschäftigt, wir sehen es gemeinsam an und probieren es am Bildschirm aus. Danach bekommst du eine Seite Notizen mit den drei Dingen bis zum nächsten Mal, und die Aufzeichnung.",
  ),
  unit: both("training hour", "Trainingsstunde"),
  price: [9_500, 9_900, 8_400],
  quantity: { minimum: 1, maximum: 12, step: 1, default: 2 },
  tiers: [
    { fromQuantity: 4, discountBp: 600 },
    { fromQuantity: 8, discountBp: 1_200 },
  ],
  groups: [
    {
      key: "subject",
      name: both("Subject", "Thema"),
      description: both("Where we begin.", "Womit wir anfangen."),
      kind: "single",
      required: true,
      options: [
        {
          key: "filming",
          name: both("Filming with a phone", "Filmen mit dem Telefon"),
          description: both("Light, sound, calm hands.", "Licht, Ton, ruhige Hände."),
          recommended: true,
        },
        {
          key: "editing",
          name: both("Editing", "Schneiden"),
          description: both("In the program you use.", "In deinem Programm."),
        },
        {
          key: "ads",
          name: both("Running ads yourself", "Selbst Anzeigen schalten"),
          description: both("Set-up, budget, reading reports.", "Aufbau, Budget, Berichte lesen."),
        },
        {
          key: "numbers",
          name: both("Reading numbers", "Zahlen lesen"),
          description: both("Which matter, and which only flatter.", "Welche zählen und welche nur schmeicheln."),
        },
      ],
    },
  ],
  addOns: [
    {
      key: "homework",
      name: both("Homework with feedback", "Aufgaben mit Rückmeldung"),
      description: both("One piece of work, looked at in detail.", "Eine Arbeit, genau angesehen."),
      price: [4_900, 5_300, 4_300],
      recommended: true,
    },
  ],
  fields: [shiftTimes],
  presets: [
    {
      key: "four-evenings",
      name: both("Four evenings", "Vier Abende"),
      summary: both("Four hours with homework.", "Vier Stunden mit Aufgaben."),
      badge: both("Popular", "Beliebt"),
      quantity: 4,
      options: { subject: ["filming"] },
      addOns: ["homework"],
    },
  ],
  faq: [noPromise],
  evidence: timeSheet,
  sla: [8, 32],
  artSeed: 2347,
};
