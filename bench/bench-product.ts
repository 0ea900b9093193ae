import type { Core, ProductDraft } from "@smplat/core";

const platforms = ["instagram", "tiktok", "youtube", "x", "bluesky"] as const;
const kinds = [
  { category: "content", deliverableKind: "hours", noun: ["Video editing", "Videoschnitt"] },
  { category: "audit", deliverableKind: "audit", noun: ["Channel review", "Kanalprüfung"] },
  { category: "training", deliverableKind: "hours", noun: ["Coaching", "Coaching"] },
  { category: "content", deliverableKind: "asset", noun: ["Cover design", "Titelbilder"] },
] as const;
const brands = ["Aster", "Birke", "Cobalt", "Dune", "Ember", "Fjord", "Garnet", "Hazel", "Indigo", "Juniper"] as const;

const both = (en: string, de: string) => ({ en, de });
const formats = [
  { key: "short", name: both("Short", "Kurz"), delta: 0 },
  { key: "standard", name: both("Standard", "Standard"), delta: 700 },
  { key: "long", name: both("Long", "Lang"), delta: 1_900 },
  { key: "series", name: both("Series", "Serie"), delta: 3_400 },
] as const;

/** The answers to a bench product's questions that an order is placed with. */
export const benchSelection = {
  options: { format: ["standard"], extras: ["captions"] },
  addOns: ["rush"],
  plan: null,
  fields: { material: "https://files.example/material" },
} as const;
export const benchQuantity = 4;

/** A product as large as the demo's: four formats, extras, add-ons, questions, presets, answers, in two languages. */
export function benchProduct(index: number): ProductDraft {
  const kind = kinds[index % kinds.length] ?? kinds[0];
  const brand = `${brands[index % brands.length]} ${1 + Math.floor(index / brands.length)}`;
  const title = both(`${kind.noun[0]} ${brand}`, `${kind.noun[1]} ${brand}`);
  return {
    ...texts(title),
    ...choices,
    slug: `bench-${index}`,
    category: kind.category,
    deliverableKind: kind.deliverableKind,
    serviceKey: "bench",
    platforms: [platforms[index % 5] ?? "youtube", platforms[(index + 2) % 5] ?? "x"],
    quantity: { minimum: 1, maximum: 20, step: 1, default: 2 },
    prices: { EUR: prices(index, 100), USD: prices(index, 108), GBP: prices(index, 86) },
    volumeTiers: [
      { fromQuantity: 4, discountBp: 500 },
      { fromQuantity: 10, discountBp: 1_000 },
    ],
    evidence: {
      unit: both("hour", "Stunde"),
      source: both("Time sheet", "Stundenzettel"),
      check: both("Checked by a second person.", "Von einer zweiten Person geprüft."),
      guaranteeDays: 14,
      thresholdPercent: 100,
    },
    sla: { startsWithinHours: 8, deliversWithinHours: 48 },
    measurement: "optional",
    ownershipPolicy: "none",
    artSeed: index,
    sortRank: index * 10,
    // Every fifth is limited, so that taking capacity is part of what is measured.
    capacityRemaining: index % 5 === 0 ? 1_000_000 : null,
  };
}

function prices(index: number, percent: number) {
  const amount = (minor: number) => Math.round((minor * percent) / 100);
  const options = Object.fromEntries(formats.map(({ key, delta }) => [`format/${key}`, amount(delta)]));
  return {
    unitMinor: amount(2_900 + (index % 97) * 130),
    options: { ...options, "extras/captions": amount(400), "extras/music": amount(250) },
    addOns: { grading: amount(4_000) },
    plans: {},
  };
}

const texts = (title: { en: string; de: string }) => ({
  title,
  summary: both(
    `${title.en}: done by people who know the format, handed over with everything it was made from.`,
    `${title.de}: von Leuten, die das Format kennen, übergeben mit allem, woraus es entstand.`,
  ),
  description: both(
    "You send the material, we propose a structure on paper first and then do the work. Two rounds of changes are part of it. You keep every file, so that you never depend on us. We never ask for a password.",
    "Du schickst das Material, wir schlagen zuerst auf Papier einen Aufbau vor und machen dann die Arbeit. Zwei Runden Änderungen gehören dazu. Alle Dateien bleiben bei dir, damit du nie von uns abhängst. Nach einem Passwort fragen wir nie.",
  ),
  unit: both("working hour", "Arbeitsstunde"),
  faq: ["How do I send material?", "Who owns the result?", "What if I don't like it?"].map((question, index) => ({
    question: both(question, question),
    answer: both(
      `Answer ${index + 1}: in a folder you share, you do, and then we change it until it is right.`,
      `Antwort ${index + 1}: in einem Ordner, den du teilst, du, und dann ändern wir es, bis es stimmt.`,
    ),
  })),
  media: [{ kind: "art" as const, url: null, alt: both(`Illustration: ${title.en}`, `Illustration: ${title.de}`) }],
});

const choices = {
  optionGroups: [
    {
      key: "format",
      name: both("Format", "Format"),
      description: both("How long it becomes.", "Wie lang es wird."),
      kind: "single" as const,
      required: true,
      options: formats.map(({ key, name }) => ({
        key,
        name,
        description: both("As the name says.", "Wie der Name sagt."),
        recommended: key === "standard",
      })),
    },
    {
      key: "extras",
      name: both("Extras", "Extras"),
      description: both("As many as you like.", "So viele du willst."),
      kind: "multiple" as const,
      required: false,
      options: [
        {
          key: "captions",
          name: both("Captions", "Untertitel"),
          description: both("In one language.", "In einer Sprache."),
          recommended: true,
        },
        {
          key: "music",
          name: both("Music", "Musik"),
          description: both("Licensed.", "Lizenziert."),
          recommended: false,
        },
      ],
    },
  ],
  addOns: [
    {
      key: "rush",
      name: both("Rush", "Eilig"),
      description: both("Ahead of the queue.", "Vor der Schlange."),
      recommended: false,
      mode: "percentage" as const,
      amountBp: 2_500,
    },
    {
      key: "grading",
      name: both("Grading", "Farbkorrektur"),
      description: both("By a colorist.", "Von einer Fachkraft."),
      recommended: false,
      mode: "flat" as const,
    },
  ],
  customFields: [
    {
      key: "material",
      label: both("Link to your material", "Link zum Material"),
      help: both("A folder you share.", "Ein geteilter Ordner."),
      placeholder: both("https://", "https://"),
      kind: "url" as const,
      required: true,
      minLength: null,
      maxLength: 300,
      minimum: null,
      maximum: null,
      pattern: null,
      visibility: { mode: "any" as const, conditions: [] },
    },
  ],
  plans: [],
  presets: [
    {
      key: "usual",
      name: both("The usual", "Das Übliche"),
      summary: both("What most people take.", "Was die meisten nehmen."),
      badge: null,
      quantity: 4,
      selection: { options: { format: ["standard"], extras: [] }, addOns: [], plan: null, fields: {} },
    },
  ],
};

/** Puts products on sale through the catalogue, and has the shop's own desk do their work. */
export async function publishCatalog(core: Core, count: number): Promise<{ id: string; slug: string }[]> {
  const admin = { role: "admin", staffId: "cus_bench" } as const;
  const providerId = "prv_00000000000000000000000bench";
  const made: { id: string; slug: string }[] = [];
  await core.database.transaction(async (tx) => {
    await core.suppliers.saveProvider(tx, admin, {
      id: providerId,
      name: "Desk",
      kind: "manual",
      state: "active",
      currency: "EUR",
      config: {},
    });
    const cost = { model: "per_unit", amountMinor: 1_200, perUnits: 1 } as const;
    await core.suppliers.saveService(tx, admin, { providerId, service: "desk", cost, currency: "EUR" });
    const mapping = { target: { serviceKey: "bench" }, providerId, service: "desk", unitsPerItem: 1, priority: 10 };
    await core.suppliers.mapService(tx, admin, mapping);
  });
  for (let index = 0; index < count; index += 1) {
    const product = await core.database.transaction(async (tx) => {
      const saved = await core.catalog.save(tx, admin, benchProduct(index));
      return core.catalog.publish(tx, admin, saved.id, saved.version);
    });
    made.push({ id: product.id, slug: product.slug });
  }
  await core.database.pool.query("vacuum analyze");
  return made;
}
