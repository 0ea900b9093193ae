import { livePlacement } from "./seed-evidence.ts";
import { labelled, noPromise } from "./seed-faq.ts";
import { brief, landingPage } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const creatorPlacement: SeedProduct = {
  slug: "creator-placement",
  category: "placement",
  deliverableKind: "placement",
  serviceKey: "placements",
  platforms: ["instagram", "tiktok", "youtube"],
  title: both("Creator placement", "Platzierung bei Kreativen"),
  summary: both(
    "A creator who fits your subject presents you in their own words, labelled and online for at least 30 days.",
    "Jemand, der zu deinem Thema passt, stellt dich in eigenen Worten vor: gekennzeichnet und mindestens 30 Tage online.",
  ),
  description: both(
    "We match you by subject and tone, not by size. You see three suggestions, choose one, and approve the facts but not the opinion: a creator who may say what they think is believed. Should the post come down early, we place another one.",
    "Wir suchen nach Thema und Ton, nicht nach Größe. Du siehst drei Vorschläge, wählst einen und gibst die Fakten frei, aber nicht die Meinung: Wer sagen darf, was er denkt, dem glaubt man. Verschwindet der Beitrag zu früh, platzieren wir einen neuen.",
  ),
  unit: both("placement", "Platzierung"),
  price: [14_900, 15_900, 12_900],
  quantity: { minimum: 1, maximum: 10, step: 1, default: 1 },
  tiers: [
    { fromQuantity: 3, discountBp: 500 },
    { fromQuantity: 6, discountBp: 1_000 },
  ],
  capacity: 60,
  groups: [
    {
      key: "format",
      name: both("Format", "Format"),
      description: both("How you appear.", "Wie du vorkommst."),
      kind: "single",
      required: true,
      options: [
        {
          key: "story",
          name: both("Story with link", "Story mit Link"),
          description: both("Short, and kept as a highlight for 30 days.", "Kurz, und 30 Tage als Highlight gehalten."),
          recommended: true,
        },
        {
          key: "post",
          name: both("Own post", "Eigener Beitrag"),
          description: both("Picture or carousel.", "Bild oder Karussell."),
          price: [4_000, 4_300, 3_500],
        },
        {
          key: "video",
          name: both("Part of a video", "Teil eines Videos"),
          description: both("About a minute, in the first half.", "Etwa eine Minute, in der ersten Hälfte."),
          price: [11_000, 11_900, 9_500],
        },
      ],
    },
    {
      key: "subject",
      name: both("Subject", "Thema"),
      description: both("Where you feel at home.", "Wo du zu Hause bist."),
      kind: "single",
      required: true,
      options: [
        {
          key: "making",
          name: both("Making and craft", "Machen und Handwerk"),
          description: both("Workshop, sewing, wood.", "Werkstatt, Nähen, Holz."),
        },
        {
          key: "food",
          name: both("Food", "Essen"),
          description: both("Kitchen, baking, coffee.", "Küche, Backen, Kaffee."),
        },
        {
          key: "outdoors",
          name: both("Outdoors", "Draußen"),
          description: both("Hiking, bikes, garden.", "Wandern, Rad, Garten."),
        },
        {
          key: "tech",
          name: both("Technology", "Technik"),
          description: both("Devices, software, music gear.", "Geräte, Software, Musiktechnik."),
        },
        {
          key: "culture",
          name: both("Culture", "Kultur"),
          description: both("Books, film, stage, design.", "Bücher, Film, Bühne, Gestaltung."),
        },
      ],
    },
  ],
  addOns: [
    {
      key: "usage-rights",
      name: both("Rights to use it in ads", "Rechte für Anzeigen"),
      description: both(
        "You may run the post as an ad for six months.",
        "Du darfst den Beitrag sechs Monate als Anzeige nutzen.",
      ),
      shareBp: 3_000,
    },
    {
      key: "product-shipping",
      name: both("We handle shipping", "Wir kümmern uns um den Versand"),
      description: both("Send one parcel to us, we do the rest.", "Schick uns ein Paket, den Rest erledigen wir."),
      price: [1_900, 2_100, 1_700],
    },
  ],
  fields: [brief, { ...landingPage, required: false }],
  presets: [
    {
      key: "first-voice",
      name: both("A first voice", "Eine erste Stimme"),
      summary: both("One story from your subject.", "Eine Story aus deinem Thema."),
      quantity: 1,
      options: { format: ["story"] },
    },
    {
      key: "three-voices",
      name: both("Three voices", "Drei Stimmen aus dem Thema"),
      summary: both("Three posts in one week.", "Drei Beiträge in einer Woche."),
      badge: both("Popular", "Beliebt"),
      quantity: 3,
      options: { format: ["post"] },
      addOns: ["product-shipping"],
    },
  ],
  faq: [labelled, noPromise],
  evidence: livePlacement,
  sla: [8, 48],
  artSeed: 7741,
};
