import { timeSheet } from "./seed-evidence.ts";
import { noAccess, shortfall } from "./seed-faq.ts";
import { shiftTimes } from "./seed-fields.ts";
import { both, type SeedProduct } from "./seed-product.ts";

export const liveModeration: SeedProduct = {
  slug: "live-moderation",
  category: "community",
  deliverableKind: "hours",
  serviceKey: "hours",
  platforms: ["youtube", "tiktok", "instagram"],
  title: both("Live chat moderation", "Moderation im Live-Chat"),
  summary: both(
    "Two calm eyes on your chat while you are live: questions rise, trolls sink, you look into the camera.",
    "Zwei ruhige Augen auf deinem Chat, während du live bist: Fragen nach oben, Störenfriede raus, du schaust in die Kamera.",
  ),
  description: both(
    "A trained moderator is there fifteen minutes before you start and stays until the last goodbye. They apply your rules, gather the best questions on one screen for you, and write down what happened. Works through the moderator role every platform offers.",
    "Eine geschulte Moderation ist fünfzehn Minuten vor dem Start da und bleibt bis zum letzten Gruß. Sie wendet deine Regeln an, sammelt die besten Fragen auf einem Bildschirm für dich und schreibt auf, was passiert ist. Sie arbeitet mit der Moderationsrolle, die jede Plattform bietet.",
  ),
  unit: both("moderation hour", "Moderationsstunde"),
  price: [4_200, 4_500, 3_700],
  quantity: { minimum: 2, maximum: 24, step: 1, default: 3 },
  tiers: [{ fromQuantity: 8, discountBp: 600 }],
  capacity: 12,
  groups: [
    {
      key: "crowd",
      name: both("Expected chat", "Erwarteter Chat"),
      description: both("How busy it gets.", "Wie voll es wird."),
      kind: "single",
      required: true,
      options: [
        {
          key: "calm",
          name: both("Calm", "Ruhig"),
          description: both("One moderator is enough.", "Eine Person reicht."),
          recommended: true,
        },
        {
          key: "lively",
          name: both("Lively", "Lebhaft"),
          description: both("Two moderators take turns.", "Zwei Personen wechseln sich ab."),
          price: [2_800, 3_000, 2_500],
        },
      ],
    },
  ],
  addOns: [
    {
      key: "question-desk",
      name: both("Question desk", "Fragenpult"),
      description: both(
        "A page with sorted questions beside your camera.",
        "Eine Seite mit sortierten Fragen neben deiner Kamera.",
      ),
      price: [3_900, 4_200, 3_400],
      recommended: true,
    },
  ],
  fields: [
    shiftTimes,
    {
      key: "rules",
      label: both("Rules of your chat", "Regeln deines Chats"),
      help: both("What is hidden, what leads to a time-out.", "Was ausgeblendet wird, was zu einer Auszeit führt."),
      kind: "text",
      required: true,
      minLength: 10,
      maxLength: 800,
    },
  ],
  presets: [
    {
      key: "premiere",
      name: both("Premiere", "Premiere"),
      summary: both("Three hours, with a question desk.", "Drei Stunden, mit Fragenpult."),
      quantity: 3,
      options: { crowd: ["calm"] },
      addOns: ["question-desk"],
    },
  ],
  faq: [noAccess, shortfall],
  evidence: timeSheet,
  sla: [4, 24],
  ownership: "required",
  artSeed: 1931,
};
