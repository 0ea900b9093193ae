import { handedOver } from "./seed-evidence.ts";
import { revisions, rights } from "./seed-faq.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const thumbnailSet: SeedProduct = {
  slug: "thumbnail-set",
  category: "content",
  deliverableKind: "asset",
  serviceKey: "content",
  platforms: ["youtube"],
  title: both("Thumbnails that tell the truth", "Vorschaubilder, die halten, was sie zeigen"),
  summary: both(
    "Clear pictures for your videos, readable on a phone, without shouting faces.",
    "Klare Bilder für deine Videos, auf dem Telefon lesbar, ohne schreiende Gesichter.",
  ),
  description: both(
    "One idea per picture, tested at the size of a postage stamp and in grey. You get each thumbnail as a layered file and as an export, in one visual language that makes your channel recognisable.",
    "Ein Gedanke pro Bild, geprüft in Briefmarkengröße und in Grau. Du bekommst jedes Vorschaubild als Ebenendatei und als Export, in einer Bildsprache, an der man deinen Kanal erkennt.",
  ),
  unit: both("thumbnail", "Vorschaubild"),
  price: [2_900, 3_200, 2_600],
  quantity: { minimum: 2, maximum: 20, step: 1, default: 4 },
  tiers: [
    { fromQuantity: 6, discountBp: 800 },
    { fromQuantity: 12, discountBp: 1_500 },
  ],
  groups: [
    {
      key: "source",
      name: both("Picture source", "Bildquelle"),
      description: both("What we work from.", "Womit wir arbeiten."),
      kind: "single",
      required: true,
      options: [
        {
          key: "stills",
          name: both("Stills from the video", "Standbilder aus dem Video"),
          description: both("You upload the video.", "Du lädst das Video hoch."),
          recommended: true,
        },
        {
          key: "photos",
          name: both("Your photos", "Deine Fotos"),
          description: both("Sharp and well lit.", "Scharf und gut beleuchtet."),
        },
        {
          key: "illustration",
          name: both("Illustrated", "Illustriert"),
          description: both("Drawn from scratch.", "Von Grund auf gezeichnet."),
          price: [1_900, 2_100, 1_700],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "two-versions",
      name: both("Two versions of each", "Zwei Fassungen von jedem"),
      description: both(
        "For YouTube's own comparison of thumbnails.",
        "Für YouTubes eigenen Vergleich von Vorschaubildern.",
      ),
      shareBp: 4_000,
      recommended: true,
    },
    {
      key: "template",
      name: both("Template for later", "Vorlage für später"),
      description: both("So that you can make the next one yourself.", "Damit du das nächste selbst machen kannst."),
      price: [5_900, 6_400, 5_200],
    },
  ],
  fields: [
    {
      key: "videos",
      label: both("Titles or links of the videos", "Titel oder Links der Videos"),
      help: both("One per line.", "Einer pro Zeile."),
      kind: "text",
      required: true,
      minLength: 10,
      maxLength: 1_500,
    },
  ],
  presets: [
    {
      key: "fresh-look",
      name: both("A fresh look", "Ein frischer Auftritt"),
      summary: both("Twelve thumbnails and a template.", "Zwölf Vorschaubilder und eine Vorlage."),
      badge: both("Popular", "Beliebt"),
      quantity: 12,
      options: { source: ["stills"] },
      addOns: ["template"],
    },
  ],
  faq: [revisions, rights],
  evidence: handedOver,
  sla: [4, 24],
  artSeed: 1409,
};
