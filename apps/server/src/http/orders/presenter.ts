import type { Order, OrderLine, OrderSummary } from "@smplat/contracts";
import type { OrderLine as DomainLine, OrderWithLines } from "@smplat/core";
import type { LoadedOrder } from "./load-order.ts";

const instant = (date: Date | null): string | null => date?.toISOString() ?? null;

/** The order as its buyer sees it. Never a cost, a supplier's name or a rule. */
export function presentOrder({ order, payment, papers, allowed, now }: LoadedOrder): Order {
  const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    version: order.version,
    placedAt: order.placedAt.toISOString(),
    paidAt: instant(order.paidAt),
    deliveredAt: instant(order.deliveredAt),
    currency: order.currency,
    locale: order.locale,
    lines: order.lines.map((line) => presentLine(order, line, now)),
    totals: {
      net: money(order.netMinor),
      tax: money(order.taxMinor),
      gross: money(order.totalMinor),
      refunded: money(order.refundedMinor),
    },
    contact: { email: order.contact.email, name: order.contact.name },
    billing: {
      company: order.billing.company,
      taxId: order.billing.taxId,
      address: presentAddress(order.billing.address),
    },
    payment:
      payment === null
        ? null
        : {
            state: payment.state,
            declineReason: payment.failureMessage,
            nextAction: payment.nextActionUrl === null ? null : { url: payment.nextActionUrl },
          },
    papers: papers.map((paper) => ({
      kind: paper.kind,
      number: paper.number,
      issuedAt: paper.issuedAt.toISOString(),
      formats: ["pdf", "html"],
      sha256: paper.sha256,
    })),
    can: { cancel: allowed.includes("cancel"), pay: order.state === "awaiting_payment" },
  };
}

function presentAddress(address: OrderWithLines["billing"]["address"]): Order["billing"]["address"] {
  const { line1, line2, city, postalCode, country } = address;
  return { line1, city, postalCode, country, ...(line2 === undefined ? {} : { line2 }) };
}

function presentLine(order: OrderWithLines, line: DomainLine, now: Date): OrderLine {
  const money = (amountMinor: number) => ({ amountMinor, currency: order.currency });
  const { product } = line;
  return {
    id: line.id,
    product: {
      id: line.productId,
      slug: product.slug,
      title: product.title[order.locale],
      unit: product.unit[order.locale],
      artSeed: product.artSeed,
    },
    quantity: line.quantity,
    selection: {
      options: Object.fromEntries(Object.entries(line.selection.options).map(([group, keys]) => [group, [...keys]])),
      addOns: [...line.selection.addOns],
      plan: line.selection.plan,
      fields: { ...line.selection.fields },
    },
    summary: [...line.summary],
    platformContext: line.platformContext,
    parts: line.parts.map(({ kind, key, label, amountMinor }) => ({ kind, key, label, amountMinor })),
    net: money(line.netMinor),
    tax: money(line.taxMinor),
    gross: money(line.netMinor + line.taxMinor),
    taxRateBp: line.taxRateBp,
    state: line.state,
    progress: line.state === null ? null : presentProgress(order, line, now),
    evidence: line.evidence.map(({ kind, title, url, units, reportedAt }) => ({ kind, title, url, units, reportedAt })),
    guaranteeEndsAt: instant(line.guaranteeEndsAt),
  };
}

function presentProgress(order: OrderWithLines, line: DomainLine, now: Date): OrderLine["progress"] {
  return {
    unit: line.product.unit[order.locale],
    ordered: line.quantity,
    delivered: line.deliveredUnits,
    expectedByNow: expectedUnits(line, now),
    startedAt: instant(line.startedAt),
    dueAt: instant(line.dueAt),
    lastCheckedAt: instant(line.checkedAt),
    late: line.dueAt !== null && line.completedAt === null && now > line.dueAt,
  };
}

/** What an even schedule would have delivered by now; null before the work has started. */
export function expectedUnits(line: Pick<DomainLine, "startedAt" | "dueAt" | "quantity">, now: Date): number | null {
  if (line.startedAt === null || line.dueAt === null) return null;
  const whole = line.dueAt.getTime() - line.startedAt.getTime();
  if (whole <= 0) return line.quantity;
  const share = (now.getTime() - line.startedAt.getTime()) / whole;
  return Math.floor(line.quantity * Math.min(1, Math.max(0, share)));
}

export function presentOrderSummary(order: OrderWithLines): OrderSummary {
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    placedAt: order.placedAt.toISOString(),
    total: { amountMinor: order.totalMinor, currency: order.currency },
    lines: order.lines.map((line) => ({
      title: line.product.title[order.locale],
      quantity: line.quantity,
      unit: line.product.unit[order.locale],
      platformContext: line.platformContext,
      state: line.state,
      artSeed: line.product.artSeed,
    })),
  };
}
