import { adReport } from "./seed-evidence.ts";
import { noAccess, shortfall } from "./seed-faq.ts";
import { brief, landingPage, regions } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const trafficCampaign: SeedProduct = {
  slug: "traffic-campaign",
  category: "advertising",
  deliverableKind: "reported_ad_result",
  serviceKey: "ad-results",
  platforms: ["instagram", "tiktok", "x"],
  title: both("Traffic campaign", "Besucherkampagne"),
  summary: both(
    "Ads that lead people from their feed to your shop, ticket page or newsletter.",
    "Anzeigen, die Menschen aus dem Feed in deinen Shop, auf deine Ticketseite oder zum Newsletter führen.",
  ),
  description: both(
    "We look at the page first and say honestly whether it is ready for visitors. Then we write three short ads, agree on how visits are counted and steer the budget towards people who stay. Each media package carries a budget of 10 in your currency and is planned with 1,000 impressions as the platform reports them.",
    "Wir sehen uns zuerst die Seite an und sagen ehrlich, ob sie für Besuch bereit ist. Dann schreiben wir drei kurze Anzeigen, legen fest, wie Besuche gezählt werden, und lenken das Budget zu Menschen, die bleiben. Jedes Mediapaket enthält ein Budget von 10 in deiner Währung und ist mit 1.000 Impressionen laut Plattform geplant.",
  ),
  unit: both("media package", "Mediapaket"),
  price: [1_390, 1_490, 1_220],
  quantity: { minimum: 10, maximum: 300, step: 10, default: 40 },
  tiers: [
    { fromQuantity: 80, discountBp: 250 },
    { fromQuantity: 150, discountBp: 500 },
  ],
  groups: [
    {
      key: "goal",
      name: both("What counts", "Was zählt"),
      description: both("The step that matters most to you.", "Der Schritt, der dir am wichtigsten ist."),
      kind: "single",
      required: true,
      options: [
        {
          key: "visit",
          name: both("A visit", "Ein Besuch"),
          description: both("The page has loaded.", "Die Seite ist geladen."),
          recommended: true,
        },
        {
          key: "sign-up",
          name: both("A sign-up", "Eine Anmeldung"),
          description: both("Newsletter, waiting list or ticket alarm.", "Newsletter, Warteliste oder Ticketalarm."),
          price: [120, 130, 100],
        },
        {
          key: "purchase",
          name: both("A purchase", "Ein Kauf"),
          description: both("Needs your shop's conversion count.", "Braucht die Kaufzählung deines Shops."),
          price: [180, 195, 160],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "landing-check",
      name: both("Page check", "Seitencheck"),
      description: both("Speed, clarity and form on three phones.", "Tempo, Klarheit und Formular auf drei Telefonen."),
      price: [5_900, 6_400, 5_200],
      recommended: true,
    },
    {
      key: "return-visitors",
      name: both("Invite visitors back", "Besuch zurückholen"),
      description: both(
        "A second ad for people who were there and agreed.",
        "Eine zweite Anzeige für Menschen, die da waren und zugestimmt haben.",
      ),
      shareBp: 1_200,
    },
  ],
  fields: [landingPage, brief, regions],
  presets: [
    {
      key: "ticket-sale",
      name: both("Ticket sale", "Vorverkauf"),
      summary: both("Forty packages towards one date.", "Vierzig Pakete auf einen Termin hin."),
      quantity: 40,
      options: { goal: ["visit"] },
    },
    {
      key: "waiting-list",
      name: both("Waiting list", "Warteliste"),
      summary: both("Eighty packages, with a page check.", "Achtzig Pakete, mit Seitencheck."),
      quantity: 80,
      options: { goal: ["sign-up"] },
      addOns: ["landing-check"],
    },
  ],
  faq: [
    noAccess,
    {
      question: both("How are visits counted?", "Wie werden Besuche gezählt?"),
      answer: both(
        "By the platform, and on your side by a marked link. Both numbers are in the report; they always differ a little.",
        "Von der Plattform und auf deiner Seite über einen markierten Link. Beide Zahlen stehen im Bericht; sie weichen immer etwas voneinander ab.",
      ),
    },
    shortfall,
  ],
  evidence: adReport,
  sla: [6, 36],
  artSeed: 4421,
};
