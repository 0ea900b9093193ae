import { adReport } from "./seed-evidence.ts";
import { noAccess, shortfall } from "./seed-faq.ts";
import { brief, materialLink, regions } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const awarenessCampaign: SeedProduct = {
  slug: "awareness-campaign",
  category: "advertising",
  deliverableKind: "reported_ad_result",
  serviceKey: "ad-results",
  platforms: ["instagram", "tiktok", "youtube"],
  title: both("Awareness campaign", "Bekanntheitskampagne"),
  summary: both(
    "A managed campaign over several ad formats, with a plan before and a report after.",
    "Eine betreute Kampagne über mehrere Anzeigenformate, mit einem Plan davor und einem Bericht danach.",
  ),
  description: both(
    "For the launch of a channel, a series or a product. We write the media plan, build the ads from your material, run them and move budget to what works. Each media package carries a budget of 10 in your currency and is planned with 1,000 impressions as the platform reports them, in full-screen formats that cost more and are remembered longer.",
    "Für den Start eines Kanals, einer Reihe oder eines Produkts. Wir schreiben den Mediaplan, bauen die Anzeigen aus deinem Material, steuern sie und verschieben Budget dorthin, wo es wirkt. Jedes Mediapaket enthält ein Budget von 10 in deiner Währung und ist mit 1.000 Impressionen laut Plattform geplant, in bildschirmfüllenden Formaten, die mehr kosten und länger im Kopf bleiben.",
  ),
  unit: both("media package", "Mediapaket"),
  price: [1_280, 1_390, 1_120],
  quantity: { minimum: 20, maximum: 500, step: 10, default: 50 },
  tiers: [
    { fromQuantity: 100, discountBp: 300 },
    { fromQuantity: 300, discountBp: 600 },
  ],
  groups: [
    {
      key: "pace",
      name: both("Pace", "Tempo"),
      description: both("How the budget is spread.", "Wie das Budget verteilt wird."),
      kind: "single",
      required: true,
      options: [
        {
          key: "even",
          name: both("Even", "Gleichmäßig"),
          description: both("The same every day.", "Jeden Tag gleich viel."),
          recommended: true,
        },
        {
          key: "front-loaded",
          name: both("Strong start", "Starker Beginn"),
          description: both("Half of it in the first third.", "Die Hälfte im ersten Drittel."),
        },
      ],
    },
    {
      key: "formats",
      name: both("Formats", "Formate"),
      description: both("Where the ads appear.", "Wo die Anzeigen erscheinen."),
      kind: "multiple",
      required: true,
      options: [
        {
          key: "vertical",
          name: both("Vertical video", "Hochkantvideo"),
          description: both("Full screen, with sound.", "Bildschirmfüllend, mit Ton."),
          recommended: true,
        },
        {
          key: "feed",
          name: both("In the feed", "Im Feed"),
          description: both("Between posts.", "Zwischen Beiträgen."),
        },
        {
          key: "pre-roll",
          name: both("Before videos", "Vor Videos"),
          description: both("Can be skipped after five seconds.", "Nach fünf Sekunden überspringbar."),
          price: [60, 70, 50],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "three-ads",
      name: both("Three ads made for you", "Drei Anzeigen von uns"),
      description: both(
        "Script, edit and captions from your footage.",
        "Skript, Schnitt und Untertitel aus deinem Material.",
      ),
      price: [24_900, 26_900, 21_900],
      recommended: true,
    },
    {
      key: "weekly-call",
      name: both("Weekly call", "Wöchentliches Gespräch"),
      description: both("Twenty minutes with your media buyer.", "Zwanzig Minuten mit deiner Mediaplanung."),
      price: [6_900, 7_500, 5_900],
    },
  ],
  fields: [brief, regions, materialLink],
  presets: [
    {
      key: "series-start",
      name: both("Start of a series", "Start einer Reihe"),
      summary: both("Fifty packages, vertical video, strong start.", "Fünfzig Pakete, Hochkantvideo, starker Beginn."),
      quantity: 50,
      options: { pace: ["front-loaded"], formats: ["vertical"] },
      addOns: ["three-ads"],
    },
    {
      key: "always-there",
      name: both("Steady presence", "Stetige Präsenz"),
      summary: both("Two hundred packages over all formats.", "Zweihundert Pakete über alle Formate."),
      badge: both("Best value", "Bester Preis"),
      quantity: 200,
      options: { pace: ["even"], formats: ["vertical", "feed", "pre-roll"] },
    },
  ],
  faq: [noAccess, shortfall],
  evidence: adReport,
  sla: [8, 48],
  artSeed: 2213,
};
