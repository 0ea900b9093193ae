import { auditReport } from "./seed-evidence.ts";
import { noPromise } from "./seed-faq.ts";
import { brief } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const profileAudit: SeedProduct = {
  slug: "profile-audit",
  category: "audit",
  deliverableKind: "audit",
  serviceKey: "audits",
  platforms: ["instagram", "tiktok", "youtube", "x", "bluesky"],
  title: both("Profile audit", "Profilprüfung"),
  summary: both(
    "Fourteen pages that say what a stranger understands in the first ten seconds, and what to change first.",
    "Vierzehn Seiten darüber, was ein fremder Mensch in den ersten zehn Sekunden versteht, und was du zuerst ändern solltest.",
  ),
  description: both(
    "We look at your public profile the way a newcomer does: name, picture, bio, the last thirty posts, the rhythm, the way out to your site. Each finding comes with an example, its weight and a suggestion you can carry out the same day.",
    "Wir sehen dein öffentliches Profil so an wie jemand, der neu ist: Name, Bild, Beschreibung, die letzten dreißig Beiträge, den Rhythmus, den Weg zu deiner Seite. Jeder Befund kommt mit einem Beispiel, seinem Gewicht und einem Vorschlag, den du am selben Tag umsetzen kannst.",
  ),
  unit: both("audit", "Prüfung"),
  price: [12_900, 13_900, 11_400],
  quantity: { minimum: 1, maximum: 5, step: 1, default: 1 },
  tiers: [{ fromQuantity: 3, discountBp: 1_000 }],
  groups: [
    {
      key: "depth",
      name: both("Depth", "Tiefe"),
      description: both("How far we look.", "Wie weit wir schauen."),
      kind: "single",
      required: true,
      options: [
        {
          key: "first-look",
          name: both("First look", "Erster Blick"),
          description: both("The profile alone.", "Nur das Profil."),
          recommended: true,
        },
        {
          key: "with-peers",
          name: both("With five neighbours", "Mit fünf Nachbarn"),
          description: both("Compared with channels like yours.", "Verglichen mit Kanälen wie deinem."),
          price: [6_900, 7_400, 6_000],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "call",
      name: both("Talk it through", "Gemeinsam durchgehen"),
      description: both("Forty-five minutes with the auditor.", "Fünfundvierzig Minuten mit der prüfenden Person."),
      price: [5_900, 6_400, 5_200],
      recommended: true,
    },
    {
      key: "rewrite",
      name: both("New profile texts", "Neue Profiltexte"),
      description: both(
        "Name line, bio and link page, written for you.",
        "Namenszeile, Beschreibung und Linkseite, für dich geschrieben.",
      ),
      price: [4_900, 5_300, 4_300],
    },
  ],
  fields: [
    brief,
    {
      key: "peers",
      label: both("Channels you compare yourself with", "Kanäle, mit denen du dich vergleichst"),
      help: both("Up to five, one per line.", "Bis zu fünf, einer pro Zeile."),
      kind: "text",
      required: true,
      maxLength: 400,
      when: [{ kind: "option", key: "depth/with-peers" }],
    },
  ],
  presets: [
    {
      key: "clear-view",
      name: both("Clear view", "Klarer Blick"),
      summary: both("First look and a talk.", "Erster Blick und ein Gespräch."),
      badge: both("Good first step", "Guter erster Schritt"),
      quantity: 1,
      options: { depth: ["first-look"] },
      addOns: ["call"],
    },
  ],
  faq: [
    {
      question: both("Do you need access to my statistics?", "Braucht ihr Zugang zu meinen Statistiken?"),
      answer: both(
        "No. The audit works with what everybody can see. Exports you want to add are welcome.",
        "Nein. Die Prüfung arbeitet mit dem, was alle sehen können. Exporte, die du beilegen möchtest, sind willkommen.",
      ),
    },
    noPromise,
  ],
  evidence: auditReport,
  sla: [4, 16],
  artSeed: 2039,
};
