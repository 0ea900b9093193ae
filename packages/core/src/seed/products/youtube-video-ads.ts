import { adReport } from "./seed-evidence.ts";
import { noPromise, shortfall } from "./seed-faq.ts";
import { regions } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const youtubeVideoAds: SeedProduct = {
  slug: "youtube-video-ads",
  category: "advertising",
  deliverableKind: "reported_ad_result",
  serviceKey: "ad-results",
  platforms: ["youtube"],
  title: both("YouTube video ads", "YouTube-Videoanzeigen"),
  summary: both(
    "One of your videos as an ad before and beside related videos, measured on your channel from start to end.",
    "Eines deiner Videos als Anzeige vor und neben verwandten Videos, an deinem Kanal gemessen von Anfang bis Ende.",
  ),
  description: both(
    "We run your video as an ad to people who watch your subject, through the advertising system YouTube itself offers. Because the channel is read before we start, while the ad runs and afterwards, you see what changed next to what usually happens anyway. Each media package is planned with 1,000 impressions as the platform reports them.",
    "Wir schalten dein Video als Anzeige für Menschen, die dein Thema ansehen, über das Werbesystem von YouTube selbst. Weil der Kanal vor dem Start, während der Anzeige und danach gelesen wird, siehst du, was sich verändert hat, neben dem, was ohnehin passiert. Jedes Mediapaket ist mit 1.000 Impressionen laut Plattform geplant.",
  ),
  unit: both("media package", "Mediapaket"),
  price: [1_320, 1_440, 1_160],
  quantity: { minimum: 10, maximum: 400, step: 10, default: 30 },
  tiers: [{ fromQuantity: 100, discountBp: 400 }],
  groups: [
    {
      key: "format",
      name: both("Format", "Format"),
      description: both("How people meet the ad.", "Wie man der Anzeige begegnet."),
      kind: "single",
      required: true,
      options: [
        {
          key: "in-stream",
          name: both("Before a video, can be skipped", "Vor einem Video, überspringbar"),
          description: both("Good for stories that start fast.", "Gut für Geschichten, die schnell beginnen."),
          recommended: true,
        },
        {
          key: "in-feed",
          name: both("As a suggestion", "Als Vorschlag"),
          description: both("Appears in search and beside videos.", "Erscheint in der Suche und neben Videos."),
          price: [40, 45, 35],
        },
        {
          key: "shorts",
          name: both("Between Shorts", "Zwischen Shorts"),
          description: both("Vertical, up to a minute.", "Hochkant, bis zu einer Minute."),
        },
      ],
    },
  ],
  addOns: [
    {
      key: "new-opening",
      name: both("A new opening", "Ein neuer Einstieg"),
      description: both("We cut the first fifteen seconds anew.", "Wir schneiden die ersten fünfzehn Sekunden neu."),
      price: [8_900, 9_500, 7_900],
      recommended: true,
    },
  ],
  fields: [
    {
      key: "video",
      label: both("Link to the video", "Link zum Video"),
      help: both("Public or unlisted, on your channel.", "Öffentlich oder nicht gelistet, auf deinem Kanal."),
      placeholder: both("https://www.youtube.com/watch?v=…", "https://www.youtube.com/watch?v=…"),
      kind: "url",
      required: true,
      maxLength: 120,
      pattern: "https://(?:(?:www|m)\\.)?(?:youtube\\.com/(?:watch\\?v=|shorts/)|youtu\\.be/)[A-Za-z0-9_-]{11}.{0,20}",
    },
    regions,
    {
      key: "subject",
      label: both("What the audience watches", "Was das Publikum ansieht"),
      help: both("Subjects, or channels like yours.", "Themen oder Kanäle wie deiner."),
      placeholder: both("Woodworking, small workshops", "Holzarbeiten, kleine Werkstätten"),
      kind: "text",
      required: true,
      maxLength: 240,
    },
  ],
  presets: [
    {
      key: "one-video",
      name: both("One video, one week", "Ein Video, eine Woche"),
      summary: both("Thirty packages before related videos.", "Dreißig Pakete vor verwandten Videos."),
      quantity: 30,
      options: { format: ["in-stream"] },
    },
    {
      key: "discovery",
      name: both("To be discovered", "Entdeckt werden"),
      summary: both("One hundred packages as a suggestion.", "Hundert Pakete als Vorschlag."),
      badge: both("Measured", "Gemessen"),
      quantity: 100,
      options: { format: ["in-feed"] },
      addOns: ["new-opening"],
    },
  ],
  faq: [
    {
      question: both("Why must the channel be measured?", "Warum muss der Kanal messbar sein?"),
      answer: both(
        "This product is sold with its proof: without a reading before the start there would be nothing to compare with. YouTube publishes subscriber counts rounded down to three figures; the proof says so.",
        "Dieses Produkt wird mit seinem Nachweis verkauft: Ohne eine Messung vor dem Start gäbe es nichts zu vergleichen. YouTube veröffentlicht Abozahlen auf drei Stellen abgerundet; der Nachweis sagt das dazu.",
      ),
    },
    shortfall,
    noPromise,
  ],
  evidence: adReport,
  sla: [6, 40],
  measurement: "required",
  artSeed: 3319,
};
