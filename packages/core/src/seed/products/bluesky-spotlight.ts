import { livePlacement } from "./seed-evidence.ts";
import { labelled, noPromise } from "./seed-faq.ts";
import { brief } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const blueskySpotlight: SeedProduct = {
  slug: "bluesky-spotlight",
  category: "placement",
  deliverableKind: "placement",
  serviceKey: "placements",
  platforms: ["bluesky"],
  title: both("Bluesky spotlight", "Bluesky-Rampenlicht"),
  summary: both(
    "A labelled feature by curators of subject feeds and starter packs, with your account measured before and after.",
    "Ein gekennzeichnetes Porträt durch Menschen, die Themenfeeds und Starterpakete pflegen, mit Messung vorher und nachher.",
  ),
  description: both(
    "Bluesky has no ad system, it has people who look after subjects. Our partners present you in a post of their own, pin it in the feed they curate, and add you to a starter pack if you fit. Because the network publishes exact numbers, your proof is exact too.",
    "Bluesky hat kein Werbesystem, sondern Menschen, die sich um Themen kümmern. Unsere Partner stellen dich in einem eigenen Beitrag vor, heften ihn in ihrem Feed an und nehmen dich, wenn es passt, in ein Starterpaket auf. Weil das Netzwerk genaue Zahlen veröffentlicht, ist auch dein Nachweis genau.",
  ),
  unit: both("feature", "Porträt"),
  price: [7_900, 8_500, 6_900],
  quantity: { minimum: 1, maximum: 4, step: 1, default: 1 },
  capacity: 60,
  groups: [
    {
      key: "community",
      name: both("Community", "Gemeinschaft"),
      description: both("Who should meet you.", "Wer dich kennenlernen soll."),
      kind: "single",
      required: true,
      options: [
        {
          key: "science",
          name: both("Science", "Wissenschaft"),
          description: both("Researchers who explain.", "Forschende, die erklären."),
        },
        {
          key: "art",
          name: both("Art and illustration", "Kunst und Illustration"),
          description: both("People who draw and collect.", "Menschen, die zeichnen und sammeln."),
        },
        {
          key: "books",
          name: both("Books", "Bücher"),
          description: both("Readers, writers, translators.", "Lesende, Schreibende, Übersetzende."),
        },
        {
          key: "code",
          name: both("Open source", "Freie Software"),
          description: both("People who build in public.", "Menschen, die öffentlich bauen."),
        },
      ],
    },
  ],
  addOns: [
    {
      key: "interview",
      name: both("Short interview", "Kurzes Interview"),
      description: both(
        "Five questions in a thread, edited with you.",
        "Fünf Fragen in einem Thread, mit dir redigiert.",
      ),
      price: [4_900, 5_300, 4_300],
      recommended: true,
    },
  ],
  fields: [brief],
  presets: [
    {
      key: "introduction",
      name: both("Introduction", "Vorstellung"),
      summary: both("One feature with an interview.", "Ein Porträt mit Interview."),
      badge: both("Measured", "Gemessen"),
      quantity: 1,
      addOns: ["interview"],
    },
  ],
  faq: [labelled, noPromise],
  evidence: livePlacement,
  sla: [6, 32],
  measurement: "required",
  artSeed: 9851,
};
