import { adReport } from "./seed-evidence.ts";
import { noAccess, noPromise, shortfall } from "./seed-faq.ts";
import { landingPage, postLink, regions } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const boostedPost: SeedProduct = {
  slug: "boosted-post",
  category: "advertising",
  deliverableKind: "reported_ad_result",
  serviceKey: "boosted-posts",
  platforms: ["instagram", "tiktok", "x"],
  title: both("Boosted post", "Beworbener Beitrag"),
  summary: both(
    "Your best post in front of people who don't know you yet, run by a media buyer and reported by the platform.",
    "Dein bester Beitrag vor Menschen, die dich noch nicht kennen: von einer Fachkraft gesteuert, von der Plattform belegt.",
  ),
  description: both(
    "You pick the post, we turn it into a proper ad: objective, audience, pacing and a daily look at what it brings. Each media package carries a budget of 10 in your currency and is planned with 2,000 impressions as the platform reports them. The price contains budget and management; nothing is added later.",
    "Du wählst den Beitrag, wir machen eine richtige Anzeige daraus: Ziel, Zielgruppe, Tempo und ein täglicher Blick auf die Zahlen. Jedes Mediapaket enthält ein Budget von 10 in deiner Währung und ist mit 2.000 Impressionen laut Plattform geplant. Budget und Betreuung sind im Preis enthalten; es kommt nichts dazu.",
  ),
  unit: both("media package", "Mediapaket"),
  price: [1_350, 1_450, 1_190],
  quantity: { minimum: 5, maximum: 200, step: 5, default: 10 },
  tiers: [
    { fromQuantity: 50, discountBp: 300 },
    { fromQuantity: 100, discountBp: 500 },
  ],
  groups: [
    {
      key: "objective",
      name: both("Objective", "Ziel"),
      description: both("What the platform should optimise for.", "Worauf die Plattform optimieren soll."),
      kind: "single",
      required: true,
      options: [
        {
          key: "reach",
          name: both("Be seen", "Gesehen werden"),
          description: both("As many different people as possible.", "Möglichst viele verschiedene Menschen."),
          recommended: true,
        },
        {
          key: "profile-visits",
          name: both("Profile visits", "Profilbesuche"),
          description: both("People who tend to look at profiles.", "Menschen, die gern Profile ansehen."),
        },
        {
          key: "website",
          name: both("Visits to your site", "Besuche auf deiner Seite"),
          description: both("People who tend to tap links.", "Menschen, die gern Links antippen."),
          price: [100, 110, 90],
        },
      ],
    },
    {
      key: "audience",
      name: both("Audience", "Zielgruppe"),
      description: both("Who sees the ad.", "Wer die Anzeige sieht."),
      kind: "single",
      required: true,
      options: [
        {
          key: "broad",
          name: both("Broad", "Breit"),
          description: both("The platform finds the right people.", "Die Plattform findet die passenden Menschen."),
          recommended: true,
        },
        {
          key: "interests",
          name: both("By interest", "Nach Interessen"),
          description: both("Up to five interests, chosen with you.", "Bis zu fünf Interessen, mit dir gewählt."),
          price: [80, 90, 70],
        },
        {
          key: "nearby",
          name: both("Nearby", "In der Nähe"),
          description: both("A radius around one address.", "Ein Umkreis um eine Adresse."),
          price: [50, 55, 45],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "second-version",
      name: both("Second version", "Zweite Fassung"),
      description: both(
        "Another opening and text, tested against the first.",
        "Anderer Einstieg und Text, gegen die erste getestet.",
      ),
      price: [3_900, 4_200, 3_400],
      recommended: true,
    },
    {
      key: "closing-report",
      name: both("Closing report", "Abschlussbericht"),
      description: both(
        "Two pages on what worked, written by a person.",
        "Zwei Seiten dazu, was funktioniert hat, von einem Menschen geschrieben.",
      ),
      price: [2_900, 3_200, 2_500],
    },
    {
      key: "start-today",
      name: both("Start today", "Heute starten"),
      description: both("Set up ahead of the queue.", "Vor der Warteschlange eingerichtet."),
      shareBp: 1_500,
    },
  ],
  fields: [
    postLink,
    regions,
    { ...landingPage, when: [{ kind: "option", key: "objective/website" }] },
    {
      key: "address",
      label: both("Address for the radius", "Adresse für den Umkreis"),
      help: both("Street and city; we suggest the radius.", "Straße und Ort; den Umkreis schlagen wir vor."),
      kind: "text",
      required: true,
      maxLength: 160,
      when: [{ kind: "option", key: "audience/nearby" }],
    },
  ],
  presets: [
    {
      key: "first-try",
      name: both("First try", "Erster Versuch"),
      summary: both("Five packages, broad audience.", "Fünf Pakete, breite Zielgruppe."),
      quantity: 5,
      options: { objective: ["reach"], audience: ["broad"] },
    },
    {
      key: "launch-week",
      name: both("Launch week", "Startwoche"),
      summary: both("Thirty packages, two versions and a report.", "Dreißig Pakete, zwei Fassungen und ein Bericht."),
      badge: both("Popular", "Beliebt"),
      quantity: 30,
      options: { objective: ["website"], audience: ["interests"] },
      addOns: ["second-version", "closing-report"],
    },
  ],
  faq: [noAccess, shortfall, noPromise],
  evidence: adReport,
  sla: [4, 30],
  artSeed: 1107,
};
