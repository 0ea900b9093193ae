import type { OperatorProduct, PolicyDecision, Product, ProductCard, ProofSummary } from "@smplat/contracts";
import type { Currency, Locale } from "@smplat/contracts/vocabulary";
import {
  availabilityOf,
  type CatalogProduct,
  type ProductCard as DomainCard,
  type PolicyDecision as DomainDecision,
  type ProofMetrics,
} from "@smplat/core";
import { presentSummary } from "../orders/proof-presenter.ts";
import { presentConfiguration } from "./configuration-presenter.ts";
import { rememberPresented } from "./remember-presented.ts";

/** In which language, currency and with which VAT a product is shown. */
export interface ProductView {
  readonly locale: Locale;
  readonly currency: Currency;
  readonly taxRateBp: number;
  /** VAT on a net amount. */
  readonly taxOn: (netMinor: number) => number;
}

/** A product in a list, for anyone. */
export function presentCard(card: DomainCard, metrics: ProofMetrics | null, view: ProductView): ProductCard {
  return {
    id: card.id,
    slug: card.slug,
    title: card.title,
    summary: card.summary,
    category: card.category,
    deliverableKind: card.deliverableKind,
    platforms: [...card.platforms],
    unit: card.unit,
    fromPrice: gross(card.fromPriceMinor, view),
    taxRateBp: view.taxRateBp,
    availability: availabilityOf(card.capacityRemaining, card.quantity),
    sla: presentSla(card.sla),
    artSeed: card.artSeed,
    proof: metrics === null ? unknownProof : presentSummary(metrics),
  };
}

/** A product with everything needed to configure it, for anyone: no service, no supplier, no policy, no exact stock. */
export function presentProduct(
  product: CatalogProduct,
  fromPriceMinor: number,
  metrics: ProofMetrics,
  view: ProductView,
): Product {
  return {
    ...presentVersion(product, view),
    fromPrice: gross(fromPriceMinor, view),
    availability: availabilityOf(product.capacityRemaining, product.quantity),
    proof: presentSummary(metrics),
  };
}

/** All that changes with the product's version only. */
const presentVersion = rememberPresented((product, view): Omit<Product, "fromPrice" | "availability" | "proof"> => {
  const { locale } = view;
  const { minimum, maximum, step, default: usual } = product.quantity;
  const { unit, source, check, guaranteeDays, thresholdPercent } = product.evidence;
  return {
    id: product.id,
    slug: product.slug,
    title: product.title[locale],
    summary: product.summary[locale],
    category: product.category,
    deliverableKind: product.deliverableKind,
    platforms: [...product.platforms],
    unit: product.unit[locale],
    taxRateBp: view.taxRateBp,
    sla: presentSla(product.sla),
    artSeed: product.artSeed,
    description: product.description[locale],
    quantity: { minimum, maximum, step, default: usual },
    ...presentConfiguration(product, view),
    faq: product.faq.map((entry) => ({ question: entry.question[locale], answer: entry.answer[locale] })),
    media: product.media.map((item) => ({ kind: item.kind, url: item.url, alt: item.alt[locale] })),
    evidence: {
      unit: unit[locale],
      source: source[locale],
      check: check[locale],
      guaranteeDays,
      thresholdPercent,
    },
    measurement: product.measurement,
    ownership: product.ownershipPolicy,
  };
});

/** A product as staff see it. */
export function presentForStaff(product: CatalogProduct): OperatorProduct {
  const { title, policy } = product;
  return {
    id: product.id,
    slug: product.slug,
    title: { en: title.en, de: title.de },
    state: product.state,
    version: product.version,
    category: product.category,
    platforms: [...product.platforms],
    unitPrice: { amountMinor: product.prices.EUR?.unitMinor ?? 0, currency: "EUR" },
    capacityRemaining: product.capacityRemaining,
    policy: policy === null ? null : presentDecision(policy),
    updatedAt: product.updatedAt.toISOString(),
  };
}

export const presentDecision = (decision: DomainDecision): PolicyDecision => ({
  outcome: decision.outcome,
  reasons: decision.reasons.map(({ rule, place = null, message }) => ({ rule, place, message })),
  checkedAt: decision.checkedAt,
});

const unknownProof: ProofSummary = {
  sampleSize: 0,
  medianFulfillmentPercent: null,
  interquartileRange: null,
  onTimePercent: null,
  computedAt: null,
};

const gross = (netMinor: number, view: ProductView) => ({
  amountMinor: netMinor + view.taxOn(netMinor),
  currency: view.currency,
});

const presentSla = (sla: CatalogProduct["sla"]) => ({
  startsWithinHours: sla.startsWithinHours,
  deliversWithinHours: sla.deliversWithinHours,
});
