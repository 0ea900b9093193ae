import { handedOver } from "./seed-evidence.ts";
import { revisions, rights } from "./seed-faq.ts";
import { brief, materialLink } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const carouselDesign: SeedProduct = {
  slug: "carousel-design",
  category: "content",
  deliverableKind: "asset",
  serviceKey: "content",
  platforms: ["instagram", "x", "bluesky"],
  title: both("Carousel and post design", "Gestaltung von Karussells und Beiträgen"),
  summary: both(
    "What you know, in pictures people keep: structured, set in good type, with alternative texts.",
    "Was du weißt, in Bildern, die man behält: geordnet, gut gesetzt, mit Alternativtexten.",
  ),
  description: both(
    "Send notes, a talk or an old article. We find the thread, write tight lines and set them in your colours, with contrast that everybody can read. Alternative texts for screen readers are part of every piece, not an extra.",
    "Schick Notizen, einen Vortrag oder einen alten Artikel. Wir finden den Faden, schreiben knappe Zeilen und setzen sie in deinen Farben, mit Kontrasten, die alle lesen können. Alternativtexte für Screenreader gehören zu jedem Stück dazu.",
  ),
  unit: both("post", "Beitrag"),
  price: [3_500, 3_800, 3_100],
  quantity: { minimum: 2, maximum: 24, step: 2, default: 4 },
  tiers: [
    { fromQuantity: 8, discountBp: 700 },
    { fromQuantity: 16, discountBp: 1_200 },
  ],
  groups: [
    {
      key: "slides",
      name: both("Slides", "Seiten"),
      description: both("Per post.", "Je Beitrag."),
      kind: "single",
      required: true,
      options: [
        {
          key: "single",
          name: both("One picture", "Ein Bild"),
          description: both("A quote, a number, a note.", "Ein Zitat, eine Zahl, ein Hinweis."),
        },
        {
          key: "five",
          name: both("Up to 5", "Bis 5"),
          description: both("A short explanation.", "Eine kurze Erklärung."),
          price: [2_400, 2_600, 2_100],
          recommended: true,
        },
        {
          key: "ten",
          name: both("Up to 10", "Bis 10"),
          description: both("A small lesson.", "Eine kleine Lektion."),
          price: [4_900, 5_300, 4_300],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "story-size",
      name: both("Story size as well", "Auch im Storyformat"),
      description: both("Every slide again in 9:16.", "Jede Seite noch einmal in 9:16."),
      shareBp: 2_000,
    },
    {
      key: "editable",
      name: both("Editable files", "Bearbeitbare Dateien"),
      description: both("In the tool you use.", "In deinem Programm."),
      price: [2_900, 3_200, 2_600],
      recommended: true,
    },
  ],
  fields: [brief, materialLink],
  presets: [
    {
      key: "four-lessons",
      name: both("Four small lessons", "Vier kleine Lektionen"),
      summary: both("Four posts with up to five slides.", "Vier Beiträge mit bis zu fünf Seiten."),
      quantity: 4,
      options: { slides: ["five"] },
      addOns: ["editable"],
    },
  ],
  faq: [revisions, rights],
  evidence: handedOver,
  sla: [6, 30],
  artSeed: 1511,
};
