import { handedOver } from "./seed-evidence.ts";
import { revisions } from "./seed-faq.ts";
import { materialLink } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const subtitles: SeedProduct = {
  slug: "subtitles-and-localisation",
  category: "content",
  deliverableKind: "asset",
  serviceKey: "content",
  platforms: ["youtube", "tiktok", "instagram"],
  title: both("Subtitles and localisation", "Untertitel und Lokalisierung"),
  summary: both(
    "Your video, understood without sound and in another language: timed, readable, by people who speak both.",
    "Dein Video, verstanden ohne Ton und in einer anderen Sprache: getaktet, lesbar, von Menschen, die beide sprechen.",
  ),
  description: both(
    "Subtitles follow the rules of good television: two lines, time to read, no split names. Translations carry jokes over instead of words. You get a subtitle file, and if you like a version with the text burnt in.",
    "Die Untertitel folgen den Regeln guten Fernsehens: zwei Zeilen, Zeit zum Lesen, keine zerrissenen Namen. Übersetzungen tragen Witze hinüber statt Wörter. Du bekommst eine Untertiteldatei und auf Wunsch eine Fassung mit eingebranntem Text.",
  ),
  unit: both("video of up to 10 minutes", "Video bis 10 Minuten"),
  price: [3_900, 4_200, 3_400],
  quantity: { minimum: 1, maximum: 30, step: 1, default: 3 },
  tiers: [
    { fromQuantity: 5, discountBp: 600 },
    { fromQuantity: 15, discountBp: 1_200 },
  ],
  groups: [
    {
      key: "languages",
      name: both("Languages", "Sprachen"),
      description: both("Beside the original.", "Neben dem Original."),
      kind: "multiple",
      required: true,
      options: [
        {
          key: "original",
          name: both("Original language", "Originalsprache"),
          description: both("Subtitles for the deaf and for silent feeds.", "Für Gehörlose und für stumme Feeds."),
          recommended: true,
        },
        {
          key: "english",
          name: both("English", "Englisch"),
          description: both("By a native translator.", "Muttersprachlich übersetzt."),
          price: [3_200, 3_500, 2_800],
        },
        {
          key: "german",
          name: both("German", "Deutsch"),
          description: both("By a native translator.", "Muttersprachlich übersetzt."),
          price: [3_200, 3_500, 2_800],
        },
        {
          key: "french",
          name: both("French", "Französisch"),
          description: both("By a native translator.", "Muttersprachlich übersetzt."),
          price: [3_400, 3_700, 3_000],
        },
        {
          key: "spanish",
          name: both("Spanish", "Spanisch"),
          description: both("By a native translator.", "Muttersprachlich übersetzt."),
          price: [3_400, 3_700, 3_000],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "burnt-in",
      name: both("Burnt in", "Eingebrannt"),
      description: both("A video file with the text in the picture.", "Eine Videodatei mit Text im Bild."),
      shareBp: 1_500,
    },
    {
      key: "titles",
      name: both("Titles and descriptions too", "Auch Titel und Beschreibungen"),
      description: both("In every chosen language.", "In jeder gewählten Sprache."),
      shareBp: 1_000,
      recommended: true,
    },
  ],
  fields: [
    { ...materialLink, required: true },
    {
      key: "names",
      label: both("Names and terms", "Namen und Begriffe"),
      help: both("Spelled as they should appear.", "So geschrieben, wie sie erscheinen sollen."),
      kind: "text",
      maxLength: 600,
    },
  ],
  presets: [
    {
      key: "two-worlds",
      name: both("Two worlds", "Zwei Welten"),
      summary: both("Original and English, titles included.", "Original und Englisch, mit Titeln."),
      quantity: 3,
      options: { languages: ["original", "english"] },
      addOns: ["titles"],
    },
  ],
  faq: [
    revisions,
    {
      question: both("Do you use machine translation?", "Nutzt ihr maschinelle Übersetzung?"),
      answer: both(
        "For a first draft, yes. Every line is then rewritten or confirmed by a person, who signs for it.",
        "Für einen ersten Entwurf, ja. Jede Zeile wird danach von einem Menschen neu geschrieben oder bestätigt, der dafür einsteht.",
      ),
    },
  ],
  evidence: handedOver,
  sla: [4, 26],
  artSeed: 1721,
};
