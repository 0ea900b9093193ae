import type { Currency, DeliverableKind, LineState, Locale, OrderState, Platform } from "@smplat/contracts/vocabulary";
import { invariant } from "#kernel/domain-error";
import type { LocalizedText } from "#kernel/locale";
import { sumMinor } from "#kernel/money";

export interface PostalAddress {
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly city: string;
  readonly postalCode: string;
  readonly country: string;
}

export interface Contact {
  readonly email: string;
  readonly name: string;
}

export interface BillingDetails {
  readonly company: string | null;
  readonly taxId: string | null;
  readonly address: PostalAddress;
}

/** Which channel a line is for; `accountId` is null when it was never validated. */
export interface LinePlatformContext {
  readonly platform: Platform;
  readonly handle: string | null;
  readonly accountId: string | null;
}

/** The product as it was when it was bought: later changes of the catalogue don't reach placed orders. */
export interface ProductSnapshot {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly unit: LocalizedText;
  readonly artSeed: number;
  readonly deliverableKind: DeliverableKind;
  /** Which service of the suppliers does the work, the selection's overrides included. Staff only. */
  readonly serviceKey: string;
  readonly evidence: { readonly guaranteeDays: number; readonly thresholdPercent: number };
  readonly sla: { readonly startsWithinHours: number; readonly deliversWithinHours: number };
  readonly measurement: "required" | "optional";
  /** Present where the product was sold only for a channel whose owner is proven. */
  readonly ownershipPolicy?: "required";
  /** The publish policy's decision that stood at the time. */
  readonly policy: unknown;
}

export interface LineSelection {
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly addOns: readonly string[];
  readonly plan: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

export interface LinePricePart {
  readonly kind: "base" | "option" | "volume" | "add_on" | "plan";
  readonly key: string | null;
  readonly label: string;
  readonly amountMinor: number;
}

/** Something handed over, as a supplier or a platform reports it. */
export interface LineEvidence {
  readonly kind: "ad_report" | "placement" | "asset" | "hours" | "audit";
  readonly title: string;
  readonly url: string | null;
  readonly units: number;
  /** ISO instant of business time. */
  readonly reportedAt: string;
}

export interface OrderLine {
  readonly id: string;
  readonly orderId: string;
  readonly position: number;
  readonly productId: string;
  readonly product: ProductSnapshot;
  readonly quantity: number;
  readonly selection: LineSelection;
  readonly summary: readonly string[];
  readonly platformContext: LinePlatformContext | null;
  readonly socialAccountId: string | null;
  readonly parts: readonly LinePricePart[];
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxRateBp: number;
  readonly refundedMinor: number;
  /** On its way back, or asked to be: not to be promised again. */
  readonly refundReservedMinor: number;
  readonly state: LineState | null;
  readonly deliveredUnits: number;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly completedAt: Date | null;
  readonly checkedAt: Date | null;
  readonly guaranteeEndsAt: Date | null;
  readonly evidence: readonly LineEvidence[];
}

export interface Order {
  readonly id: string;
  readonly number: string | null;
  readonly ownerId: string;
  readonly cartId: string;
  readonly state: OrderState;
  /** Number of transitions so far; every change of state raises it by one. */
  readonly version: number;
  readonly currency: Currency;
  readonly locale: Locale;
  readonly contact: Contact;
  readonly billing: BillingDetails;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
  /** Money lost to disputes. */
  readonly lostMinor: number;
  readonly cartQuoteId: string;
  readonly consents: { readonly terms: boolean; readonly earlyStart: boolean; readonly at: string };
  readonly notes: string | null;
  /** Why a person has to look before work starts; null when nobody has to. */
  readonly reviewReason: string | null;
  readonly holdReason: string | null;
  readonly disputeOpen: boolean;
  readonly openRefills: number;
  /** Refills somebody asked for and nobody decided on yet. */
  readonly askedRefills: number;
  readonly placedAt: Date;
  readonly paidAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly closedAt: Date | null;
  readonly updatedAt: Date;
}

export interface OrderWithLines extends Order {
  readonly lines: readonly OrderLine[];
}

/** Throws `invariant.broken` unless the lines add up to the order, cent for cent. */
export function assertTotals(
  order: Pick<Order, "netMinor" | "taxMinor" | "totalMinor">,
  lines: readonly Pick<OrderLine, "netMinor" | "taxMinor">[],
): void {
  invariant(lines.length > 0, "an order has lines");
  invariant(sumMinor(lines.map((line) => line.netMinor)) === order.netMinor, "lines add up to the order's net");
  invariant(sumMinor(lines.map((line) => line.taxMinor)) === order.taxMinor, "lines add up to the order's tax");
  invariant(order.netMinor + order.taxMinor === order.totalMinor, "net and tax add up to the total");
}
