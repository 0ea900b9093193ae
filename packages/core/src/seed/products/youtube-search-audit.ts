import { auditReport } from "./seed-evidence.ts";
import { noPromise } from "./seed-faq.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const youtubeSearchAudit: SeedProduct = {
  slug: "youtube-search-audit",
  category: "audit",
  deliverableKind: "audit",
  serviceKey: "audits",
  platforms: ["youtube"],
  title: both("YouTube search audit", "Suchprüfung für YouTube"),
  summary: both(
    "Which questions could your videos answer, and do titles, chapters and descriptions say so?",
    "Welche Fragen könnten deine Videos beantworten, und sagen Titel, Kapitel und Beschreibungen das auch?",
  ),
  description: both(
    "We gather what people search for around your subject, match it with your library and mark the gaps. You get a list of twenty titles and descriptions to improve, ten videos worth making, and five that should rest.",
    "Wir sammeln, wonach rund um dein Thema gesucht wird, gleichen es mit deinen Videos ab und zeigen die Lücken. Du bekommst eine Liste mit zwanzig Titeln und Beschreibungen zum Verbessern, zehn Videos, die sich lohnen, und fünf, die ruhen dürfen.",
  ),
  unit: both("audit", "Prüfung"),
  price: [16_900, 17_900, 14_900],
  quantity: { minimum: 1, maximum: 3, step: 1, default: 1 },
  capacity: 20,
  groups: [
    {
      key: "library",
      name: both("Size of your library", "Größe deines Archivs"),
      description: both("Public videos.", "Öffentliche Videos."),
      kind: "single",
      required: true,
      options: [
        {
          key: "small",
          name: both("Up to 50", "Bis 50"),
          description: both("All are read.", "Alle werden gelesen."),
          recommended: true,
        },
        {
          key: "medium",
          name: both("Up to 200", "Bis 200"),
          description: both("All are read.", "Alle werden gelesen."),
          price: [7_000, 7_600, 6_200],
        },
        {
          key: "large",
          name: both("More than 200", "Mehr als 200"),
          description: both("A sample we agree on.", "Eine vereinbarte Auswahl."),
          price: [12_000, 12_900, 10_500],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "rewrite-twenty",
      name: both("We write the twenty texts", "Wir schreiben die zwanzig Texte"),
      description: both("Titles and descriptions, ready to paste.", "Titel und Beschreibungen, fertig zum Einfügen."),
      price: [13_900, 14_900, 12_200],
      recommended: true,
    },
  ],
  fields: [
    {
      key: "questions",
      label: both("What should people find you for?", "Wofür soll man dich finden?"),
      help: both("Three to five subjects.", "Drei bis fünf Themen."),
      kind: "text",
      required: true,
      minLength: 10,
      maxLength: 400,
    },
  ],
  presets: [
    {
      key: "tidy-up",
      name: both("Tidy up", "Aufräumen"),
      summary: both("Audit and rewritten texts.", "Prüfung und neue Texte."),
      quantity: 1,
      options: { library: ["small"] },
      addOns: ["rewrite-twenty"],
    },
  ],
  faq: [noPromise],
  evidence: auditReport,
  sla: [6, 20],
  artSeed: 2141,
};
