import { adReport } from "./seed-evidence.ts";
import { noAccess, shortfall } from "./seed-faq.ts";
import { materialLink } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const localOpening: SeedProduct = {
  slug: "local-opening-days",
  category: "advertising",
  deliverableKind: "reported_ad_result",
  serviceKey: "boosted-posts",
  platforms: ["instagram", "tiktok"],
  title: both("Opening days, local ads", "Eröffnung, Anzeigen vor Ort"),
  summary: both(
    "The neighbourhood hears about your opening, sale or event: ads in walking distance, for a few days.",
    "Die Nachbarschaft erfährt von Eröffnung, Aktion oder Fest: Anzeigen im Umkreis, für ein paar Tage.",
  ),
  description: both(
    "Small radius, short time, clear message. We set up the map, make the ad fit for a phone held in one hand, and stop when the doors close. Each media package is planned with 2,000 impressions as the platform reports them.",
    "Kleiner Umkreis, kurze Zeit, klare Botschaft. Wir richten die Karte ein, machen die Anzeige tauglich für ein Telefon in einer Hand und hören auf, wenn die Türen schließen. Jedes Mediapaket ist mit 2.000 Impressionen laut Plattform geplant.",
  ),
  unit: both("media package", "Mediapaket"),
  price: [1_420, 1_540, 1_250],
  quantity: { minimum: 5, maximum: 60, step: 5, default: 15 },
  groups: [
    {
      key: "radius",
      name: both("Radius", "Umkreis"),
      description: both("Around your address.", "Um deine Adresse."),
      kind: "single",
      required: true,
      options: [
        { key: "one-km", name: both("1 km", "1 km"), description: both("Walking distance.", "Zu Fuß.") },
        {
          key: "five-km",
          name: both("5 km", "5 km"),
          description: both("A bike ride.", "Mit dem Rad."),
          recommended: true,
        },
        { key: "twenty-km", name: both("20 km", "20 km"), description: both("Town and around.", "Stadt und Umland.") },
      ],
    },
  ],
  addOns: [
    {
      key: "poster-motif",
      name: both("Matching poster", "Passendes Plakat"),
      description: both("The motif as a print file in A3.", "Das Motiv als Druckdatei in A3."),
      price: [4_500, 4_900, 3_900],
    },
    {
      key: "full-screen",
      name: both("Full screen only", "Nur bildschirmfüllend"),
      description: both(
        "Vertical formats that fill the phone; each package is then planned with 1,000 impressions.",
        "Hochkantformate, die das Telefon füllen; jedes Paket ist dann mit 1.000 Impressionen geplant.",
      ),
      price: [3_500, 3_800, 3_000],
      serviceKey: "ad-results",
    },
  ],
  fields: [
    {
      key: "address",
      label: both("Address", "Adresse"),
      help: both("The middle of the radius.", "Die Mitte des Umkreises."),
      kind: "text",
      required: true,
      minLength: 8,
      maxLength: 160,
    },
    {
      key: "dates",
      label: both("Days and opening hours", "Tage und Öffnungszeiten"),
      help: both("The ads stop when you close.", "Die Anzeigen enden, wenn du schließt."),
      kind: "text",
      required: true,
      minLength: 5,
      maxLength: 160,
    },
    materialLink,
  ],
  presets: [
    {
      key: "weekend",
      name: both("One weekend", "Ein Wochenende"),
      summary: both("Fifteen packages within five kilometres.", "Fünfzehn Pakete im Umkreis von fünf Kilometern."),
      quantity: 15,
      options: { radius: ["five-km"] },
    },
  ],
  faq: [noAccess, shortfall],
  evidence: adReport,
  sla: [3, 24],
  artSeed: 6637,
};
