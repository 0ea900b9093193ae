import type { Cart, CartLine, CartQuote, Locale } from "@smplat/contracts";
import type {
  CartProblem,
  Core,
  Cart as DomainCart,
  CartLine as DomainLine,
  CartQuote as DomainQuote,
} from "@smplat/core";

/** In which language, and with which country's VAT, a cart is shown. */
export interface CartView {
  readonly locale?: Locale | undefined;
  readonly country?: string | undefined;
}

/** A cart as its visitor sees it, VAT of the shown country included. */
export function presentCart(
  core: Core,
  { cart, problems }: { cart: DomainCart; problems: readonly CartProblem[] },
  view: CartView,
): Cart {
  const locale = view.locale ?? "en";
  const country = view.country ?? core.config.seller.country;
  const money = (amountMinor: number) => ({ amountMinor, currency: cart.currency });
  const assessment = core.tax.assess({ sellerCountry: core.config.seller.country, billingCountry: country });
  const priced = cart.lines.map((line) => ({ id: line.id, netMinor: line.item.netMinor }));
  const total = core.pricing.totalCart(priced, [], assessment);
  const grossOf = new Map(total.lines.map((line) => [line.id, line.grossMinor]));
  return {
    id: cart.id,
    currency: cart.currency,
    version: cart.version,
    lines: cart.lines.map((line) => presentLine(line, locale, money, grossOf.get(line.id) ?? line.item.netMinor)),
    problems: problems.map((problem) => presentProblem(problem, locale, money)),
    totals: { net: money(total.netMinor), tax: money(total.taxMinor), gross: money(total.totalMinor), country },
  };
}

type ToMoney = (amountMinor: number) => CartLine["net"];

function presentLine(line: DomainLine, locale: Locale, money: ToMoney, grossMinor: number): CartLine {
  const { item } = line;
  return {
    id: line.id,
    quoteId: line.quoteId,
    product: {
      id: line.productId,
      slug: item.slug,
      title: item.title[locale],
      unit: item.unit[locale],
      artSeed: item.artSeed,
    },
    quantity: line.quantity,
    selection: {
      options: Object.fromEntries(Object.entries(item.selection.options).map(([group, keys]) => [group, [...keys]])),
      addOns: [...item.selection.addOns],
      plan: item.selection.plan,
      fields: { ...item.selection.fields },
    },
    summary: [...item.summary],
    platformContext: item.platformContext,
    parts: item.parts.map(({ kind, key, label, amountMinor }) => ({ kind, key, label, amountMinor })),
    net: money(item.netMinor),
    gross: money(grossMinor),
    quoteExpiresAt: item.expiresAt,
  };
}

const problemCopy: Readonly<Record<CartProblem["code"], Readonly<Record<Locale, string>>>> = {
  repriced: {
    en: "The price of this line has changed; the new one applies.",
    de: "Der Preis dieser Position hat sich geändert; der neue gilt.",
  },
  not_on_sale: {
    en: "This product is no longer on sale. Remove it to go on.",
    de: "Dieses Produkt wird nicht mehr angeboten. Entferne es, um fortzufahren.",
  },
  sold_out: {
    en: "There is not enough capacity left. Choose a smaller quantity or come back later.",
    de: "Dafür ist nicht genug Kapazität frei. Wähle eine kleinere Menge oder komm später wieder.",
  },
  measurement_required: {
    en: "This product needs a channel that can be measured. Choose one on its product page.",
    de: "Dieses Produkt braucht einen messbaren Kanal. Wähle einen auf der Produktseite.",
  },
  ownership_required: {
    en: "This product is only for a channel that is proven to be yours. Prove it on your channels page.",
    de: "Dieses Produkt gibt es nur für einen Kanal, der nachweislich dir gehört. Weise ihn auf deiner Kanalseite nach.",
  },
  selection_invalid: {
    en: "This configuration is no longer possible. Configure the product again.",
    de: "Diese Konfiguration ist nicht mehr möglich. Stelle das Produkt neu zusammen.",
  },
};

const presentProblem = (problem: CartProblem, locale: Locale, money: ToMoney): Cart["problems"][number] => ({
  lineId: problem.lineId,
  code: problem.code,
  message: problemCopy[problem.code][locale],
  blocking: problem.code !== "repriced",
  previousNet: problem.previousNetMinor === null ? null : money(problem.previousNetMinor),
});

/** The binding total of a cart. */
export function presentCartQuote(core: Core, quote: DomainQuote): CartQuote {
  const money = (amountMinor: number) => ({ amountMinor, currency: quote.currency });
  const { billingCountry, taxId } = quote;
  const label = core.tax.assess({ sellerCountry: core.config.seller.country, billingCountry, taxId }).label.en;
  return {
    id: quote.id,
    cartId: quote.cartId,
    lines: quote.lines.map((line) => ({
      lineId: line.lineId,
      quoteId: line.quoteId,
      net: money(line.netMinor),
      tax: money(line.taxMinor),
      gross: money(line.netMinor + line.taxMinor),
      taxRateBp: line.taxRateBp,
    })),
    adjustments: quote.adjustments.map((entry) => ({
      kind: entry.kind,
      label: entry.label,
      amount: money(entry.amountMinor),
    })),
    taxes: quote.taxes.map(({ rateBp, baseMinor, taxMinor }) => ({ rateBp, baseMinor, taxMinor, label })),
    taxNote: quote.taxNote?.en ?? null,
    net: money(quote.netMinor),
    tax: money(quote.taxMinor),
    total: money(quote.totalMinor),
    billingCountry,
    taxId,
    expiresAt: quote.expiresAt.toISOString(),
    signature: quote.signature,
  };
}
