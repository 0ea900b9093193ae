import { livePlacement } from "./seed-evidence.ts";
import { labelled } from "./seed-faq.ts";
import { brief, landingPage } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const newsletterPlacement: SeedProduct = {
  slug: "newsletter-placement",
  category: "placement",
  deliverableKind: "placement",
  serviceKey: "placements",
  platforms: ["instagram", "tiktok", "youtube", "x", "bluesky"],
  title: both("Newsletter placement", "Platzierung im Newsletter"),
  summary: both(
    "Your channel, recommended in a newsletter people open because they want to.",
    "Dein Kanal, empfohlen in einem Newsletter, den Menschen freiwillig öffnen.",
  ),
  description: both(
    "Eleven independent newsletters work with us, each on one subject. You get 80 to 120 words written by its editor, one picture and one link, marked as an advertisement, and the issue stays in the public archive.",
    "Elf unabhängige Newsletter arbeiten mit uns, jeder zu einem Thema. Du bekommst 80 bis 120 Wörter aus der Redaktion, ein Bild und einen Link, als Anzeige gekennzeichnet, und die Ausgabe bleibt im öffentlichen Archiv.",
  ),
  unit: both("newsletter issue", "Newsletter-Ausgabe"),
  price: [11_900, 12_900, 10_500],
  quantity: { minimum: 1, maximum: 6, step: 1, default: 1 },
  tiers: [{ fromQuantity: 3, discountBp: 800 }],
  capacity: 24,
  groups: [
    {
      key: "subject",
      name: both("Subject", "Thema"),
      description: both("Which newsletter.", "Welcher Newsletter."),
      kind: "single",
      required: true,
      options: [
        {
          key: "video-makers",
          name: both("Making videos", "Videos machen"),
          description: both("Fridays, for people who film.", "Freitags, für alle, die filmen."),
        },
        {
          key: "slow-living",
          name: both("Slow living", "Langsamer leben"),
          description: both("Sundays, home and garden.", "Sonntags, Haus und Garten."),
        },
        {
          key: "small-business",
          name: both("Small business", "Kleine Betriebe"),
          description: both("Tuesdays, from practice.", "Dienstags, aus der Praxis."),
        },
        {
          key: "open-web",
          name: both("Open web", "Offenes Netz"),
          description: both("Wednesdays, tools and communities.", "Mittwochs, Werkzeuge und Gemeinschaften."),
        },
      ],
    },
    {
      key: "place",
      name: both("Place in the issue", "Platz in der Ausgabe"),
      description: both("Where you stand.", "Wo du stehst."),
      kind: "single",
      required: true,
      options: [
        {
          key: "middle",
          name: both("Middle", "Mitte"),
          description: both("After the second story.", "Nach dem zweiten Text."),
          recommended: true,
        },
        {
          key: "top",
          name: both("Top", "Oben"),
          description: both("Before the first story.", "Vor dem ersten Text."),
          price: [4_500, 4_900, 3_900],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "own-picture",
      name: both("Picture made for it", "Eigens gestaltetes Bild"),
      description: both("One illustration in the newsletter's style.", "Eine Illustration im Stil des Newsletters."),
      price: [3_900, 4_200, 3_400],
    },
  ],
  fields: [brief, landingPage],
  presets: [
    {
      key: "three-issues",
      name: both("Three issues in a row", "Drei Ausgaben hintereinander"),
      summary: both("People need to read a name more than once.", "Einen Namen muss man mehr als einmal lesen."),
      badge: both("Best value", "Bester Preis"),
      quantity: 3,
      options: { place: ["middle"] },
    },
  ],
  faq: [
    labelled,
    {
      question: both("May I write the text myself?", "Darf ich den Text selbst schreiben?"),
      answer: both(
        "You give the facts, the editor writes. Readers notice the difference, and stay.",
        "Du lieferst die Fakten, die Redaktion schreibt. Wer liest, merkt den Unterschied, und bleibt.",
      ),
    },
  ],
  evidence: livePlacement,
  sla: [12, 48],
  artSeed: 8849,
};
