import { livePlacement } from "./seed-evidence.ts";
import { labelled, noPromise } from "./seed-faq.ts";
import { brief, landingPage } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const podcastMention: SeedProduct = {
  slug: "podcast-mention",
  category: "placement",
  deliverableKind: "placement",
  serviceKey: "placements",
  platforms: ["youtube", "x", "instagram"],
  title: both("Podcast mention", "Vorstellung im Podcast"),
  summary: both(
    "The host speaks about you for a minute, in the episode and in its show notes.",
    "Die Moderation spricht eine Minute über dich, in der Folge und in den Shownotes.",
  ),
  description: both(
    "Six podcasts with a loyal audience, one advertising slot each. The host tries what you make and tells what they noticed; the slot is announced as advertising and stays in the episode for good. Slots open at the start of each month and go quickly.",
    "Sechs Podcasts mit treuem Publikum, jeweils ein Werbeplatz. Die Moderation probiert aus, was du machst, und erzählt, was auffällt; der Platz wird als Werbung angesagt und bleibt dauerhaft in der Folge. Neue Plätze gibt es zum Monatsanfang, und sie sind schnell weg.",
  ),
  unit: both("episode", "Folge"),
  price: [18_900, 19_900, 16_500],
  quantity: { minimum: 1, maximum: 4, step: 1, default: 1 },
  capacity: 0,
  groups: [
    {
      key: "slot",
      name: both("Slot", "Werbeplatz"),
      description: both("Where in the episode.", "Wo in der Folge."),
      kind: "single",
      required: true,
      options: [
        {
          key: "middle",
          name: both("In the middle", "In der Mitte"),
          description: both("When everybody is listening.", "Wenn alle zuhören."),
          recommended: true,
        },
        {
          key: "start",
          name: both("At the start", "Am Anfang"),
          description: both("Before the first question.", "Vor der ersten Frage."),
          price: [3_000, 3_300, 2_600],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "clip",
      name: both("Clip for your channel", "Ausschnitt für deinen Kanal"),
      description: both(
        "The minute as a vertical video with captions.",
        "Die Minute als Hochkantvideo mit Untertiteln.",
      ),
      price: [5_900, 6_400, 5_200],
    },
  ],
  fields: [brief, landingPage],
  presets: [],
  faq: [labelled, noPromise],
  evidence: livePlacement,
  sla: [12, 48],
  artSeed: 1061,
};
