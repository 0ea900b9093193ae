import { handedOver } from "./seed-evidence.ts";
import { revisions, rights } from "./seed-faq.ts";
import { brief } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const captionWriting: SeedProduct = {
  slug: "caption-writing",
  category: "content",
  deliverableKind: "asset",
  serviceKey: "content",
  platforms: ["instagram", "tiktok", "youtube", "x", "bluesky"],
  title: both("Texts for posts", "Texte für Beiträge"),
  summary: both(
    "Captions, threads and video descriptions in your voice, written by a person who asks first.",
    "Bildtexte, Threads und Videobeschreibungen in deiner Stimme, von einem Menschen, der zuerst fragt.",
  ),
  description: both(
    "It begins with a voice sheet: how you speak, which words you never use, what you find funny. Then come the texts, each with a first line that holds without the picture. The voice sheet is yours, also for everybody who writes for you later.",
    "Am Anfang steht ein Stimmblatt: wie du sprichst, welche Wörter du nie benutzt, worüber du lachst. Dann kommen die Texte, jeder mit einer ersten Zeile, die auch ohne Bild trägt. Das Stimmblatt gehört dir, auch für alle, die später für dich schreiben.",
  ),
  unit: both("text", "Text"),
  price: [1_400, 1_550, 1_250],
  quantity: { minimum: 5, maximum: 60, step: 5, default: 10 },
  tiers: [
    { fromQuantity: 20, discountBp: 800 },
    { fromQuantity: 40, discountBp: 1_400 },
  ],
  groups: [
    {
      key: "kind",
      name: both("Kind of text", "Art des Textes"),
      description: both("How long it is.", "Wie lang er ist."),
      kind: "single",
      required: true,
      options: [
        {
          key: "caption",
          name: both("Caption", "Bildtext"),
          description: both("Up to 120 words.", "Bis 120 Wörter."),
          recommended: true,
        },
        {
          key: "thread",
          name: both("Thread", "Thread"),
          description: both("Five to eight parts.", "Fünf bis acht Teile."),
          price: [1_100, 1_200, 950],
        },
        {
          key: "description",
          name: both("Video description", "Videobeschreibung"),
          description: both("With chapters and search terms.", "Mit Kapiteln und Suchbegriffen."),
          price: [700, 800, 600],
        },
      ],
    },
    {
      key: "language",
      name: both("Language", "Sprache"),
      description: both("Native in each.", "Jeweils muttersprachlich."),
      kind: "single",
      required: true,
      options: [
        {
          key: "german",
          name: both("German", "Deutsch"),
          description: both(
            "With or without gendered forms, as you do it.",
            "Mit oder ohne Gendern, so wie du es hältst.",
          ),
        },
        {
          key: "english",
          name: both("English", "Englisch"),
          description: both("British or American.", "Britisch oder amerikanisch."),
        },
        {
          key: "two-languages",
          name: both("Both", "Beide"),
          description: both("Written twice, not translated.", "Zweimal geschrieben, nicht übersetzt."),
          price: [1_000, 1_100, 900],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "plan",
      name: both("Editorial plan", "Redaktionsplan"),
      description: both("Four weeks with subjects and dates.", "Vier Wochen mit Themen und Terminen."),
      price: [8_900, 9_600, 7_800],
      recommended: true,
    },
  ],
  fields: [
    brief,
    {
      key: "examples",
      label: both("Posts that sound like you", "Beiträge, die nach dir klingen"),
      help: both("Up to three links, one per line.", "Bis zu drei Links, einer pro Zeile."),
      kind: "text",
      maxLength: 600,
    },
  ],
  presets: [
    {
      key: "two-weeks",
      name: both("Two weeks", "Zwei Wochen"),
      summary: both("Ten captions.", "Zehn Bildtexte."),
      quantity: 10,
      options: { kind: ["caption"] },
    },
    {
      key: "one-month",
      name: both("A month with a plan", "Ein Monat mit Plan"),
      summary: both("Twenty captions and an editorial plan.", "Zwanzig Bildtexte und ein Redaktionsplan."),
      badge: both("Popular", "Beliebt"),
      quantity: 20,
      options: { kind: ["caption"] },
      addOns: ["plan"],
    },
  ],
  faq: [revisions, rights],
  evidence: handedOver,
  sla: [4, 28],
  artSeed: 1613,
};
