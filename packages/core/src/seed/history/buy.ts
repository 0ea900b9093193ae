import type { Platform } from "@smplat/contracts/vocabulary";
import type { Actor } from "#kernel/actor";
import type { CatalogProduct, CustomField, Selection } from "#modules/catalog";
import type { Core } from "../../core.ts";
import { type CastMember, handleOn } from "./cast.ts";
import type { HistoryWorld } from "./history-world.ts";
import type { PlannedLine } from "./plan-history.ts";

export interface Buyer {
  readonly member: CastMember;
  readonly actor: Extract<Actor, { role: "customer" | "guest" }>;
}

export interface Purchase {
  readonly orderId: string;
  readonly status: "paid" | "processing" | "requires_action";
}

/** Buys as the shop's pages do: channel, line quotes, cart, binding total, checkout. */
export async function buy(
  { core, world }: { readonly core: Core; readonly world: HistoryWorld },
  { member, actor }: Buyer,
  lines: readonly PlannedLine[],
  paymentMethodId: string,
): Promise<Purchase> {
  const cart = await core.carts.open(core.database, actor, member.currency);
  for (const line of lines) {
    const product = await core.catalog.getPublished(core.database, line.slug);
    const channel = await showChannel(core, { member, actor }, line.platform);
    if (product.ownershipPolicy === "required") await proveChannel(core, world, { member, actor }, channel);
    const quote = await core.pricing.quoteLine(core.database, actor, {
      productId: product.id,
      quantity: line.quantity,
      selection: selectionFor(product),
      platformContext: channel,
      currency: member.currency,
      locale: member.locale,
    });
    await core.carts.addLine(core.database, actor, cart.id, quote.id);
  }
  const place = { billingCountry: member.country, taxId: null };
  const total = await core.checkout.quote(core.database, actor, cart.id, place);
  return core.checkout.complete(actor, {
    cartId: cart.id,
    cartQuoteId: total.id,
    expectedTotalMinor: total.totalMinor,
    contact: { email: member.email, name: member.name },
    billing: {
      company: member.company,
      taxId: null,
      address: { line1: "Beispielweg 1", city: member.city, postalCode: member.postalCode, country: member.country },
    },
    paymentMethodId,
    returnUrl: `${core.config.publicUrl}/`,
    notes: null,
    locale: member.locale,
  });
}

/** Looks the buyer's channel on a platform up, as typing its name in the shop does. */
export async function showChannel(core: Core, { member, actor }: Buyer, platform: Platform) {
  const handle = handleOn(platform, member.handle);
  const { account } = await core.socialAccounts.validate(core.database, actor, { platform, handle });
  return { platform, handle, accountId: account?.id ?? null };
}

/** Puts the shop's code into the channel's description and has it looked for, unless an earlier proof still counts. */
async function proveChannel(
  core: Core,
  world: HistoryWorld,
  { member, actor }: Buyer,
  { platform, handle, accountId }: Awaited<ReturnType<typeof showChannel>>,
): Promise<void> {
  if (accountId === null || (await core.channelOwnership.isProven(core.database, actor.ownerId, accountId))) return;
  const { id, code } = await core.channelOwnership.issueChallenge(core.database, actor, accountId);
  await world.describeChannel(platform, handle, `${member.name} · ${code}`);
  await core.channelOwnership.checkChallenge(actor, accountId, id);
}

/** The recommended choices, or the first of what has to be chosen, with an answer to every question. */
function selectionFor(product: CatalogProduct): Selection {
  const options = product.optionGroups
    .filter((group) => group.required)
    .map((group) => {
      const chosen = group.options.find((option) => option.recommended) ?? group.options[0];
      return [group.key, chosen === undefined ? [] : [chosen.key]];
    });
  const asked = product.customFields.filter((field) => field.required);
  return {
    options: Object.fromEntries(options),
    addOns: [],
    plan: null,
    fields: Object.fromEntries(asked.map((field) => [field.key, answerTo(field)])),
  };
}

/** What people answer, by the question's key; a question that is not here gets the first answer of its kind. */
const answers: Readonly<Record<string, string>> = {
  brief: "For people who are new to the subject; they should see what is made here and why it is worth their time.",
  video: "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
  "post-link": "https://www.instagram.com/p/Cq3xYz81abc/",
  regions: "Germany, Austria, Zurich",
  subject: "Small workshops, things made by hand",
  address: "Beispielweg 1, 10115 Berlin",
  peers: "Two studios of our size in the same city",
  times: "Mon to Fri, 5 to 7 pm, Berlin",
  videos: "The workshop tour, the first customer, and how a repair is priced",
  rules: "Kind, on the subject, no links; warn once, then mute",
  questions: "What people ask before they buy, and what they search for after",
  prize: "A repair voucher and a signed print",
  dates: "Opening on the first Saturday of the month, from 10 am",
};

function answerTo({ key, kind, minimum }: CustomField): string {
  const known = answers[key];
  if (known !== undefined) return known;
  if (kind === "number") return String(minimum ?? 1);
  return kind === "url" ? "https://drive.example.com/material" : "As we discussed in the brief";
}
