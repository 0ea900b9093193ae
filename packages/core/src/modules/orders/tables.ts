import type { Currency, LineState, Locale, OrderState } from "@smplat/contracts/vocabulary";
import type { JSONColumnType } from "kysely";
import type { ActorRecord } from "#kernel/actor";
import type {
  BillingDetails,
  Contact,
  LineEvidence,
  LinePlatformContext,
  LinePricePart,
  LineSelection,
  ProductSnapshot,
} from "./order.ts";

export interface OrderTables {
  orders: OrderRow;
  orderLines: OrderLineRow;
  orderAudit: OrderAuditRow;
}

export interface OrderRow {
  id: string;
  /** Drawn when the money is certain, never before; gaps are allowed (the invoice's number has none). */
  number: string | null;
  ownerId: string;
  cartId: string;
  state: OrderState;
  version: number;
  currency: Currency;
  locale: Locale;
  contact: JSONColumnType<Contact>;
  billing: JSONColumnType<BillingDetails>;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  capturedMinor: number;
  refundedMinor: number;
  lostMinor: number;
  cartQuoteId: string;
  consents: JSONColumnType<{ terms: boolean; earlyStart: boolean; at: string }>;
  notes: string | null;
  reviewReason: string | null;
  holdReason: string | null;
  disputeOpen: boolean;
  openRefills: number;
  askedRefills: number;
  placedAt: Date;
  paidAt: Date | null;
  deliveredAt: Date | null;
  closedAt: Date | null;
  updatedAt: Date;
}

export interface OrderLineRow {
  id: string;
  orderId: string;
  position: number;
  productId: string;
  product: JSONColumnType<ProductSnapshot>;
  quantity: number;
  selection: JSONColumnType<LineSelection>;
  summary: JSONColumnType<string[]>;
  platformContext: JSONColumnType<LinePlatformContext> | null;
  socialAccountId: string | null;
  parts: JSONColumnType<LinePricePart[]>;
  netMinor: number;
  taxMinor: number;
  taxRateBp: number;
  refundedMinor: number;
  refundReservedMinor: number;
  state: LineState | null;
  deliveredUnits: number;
  startedAt: Date | null;
  dueAt: Date | null;
  completedAt: Date | null;
  checkedAt: Date | null;
  guaranteeEndsAt: Date | null;
  evidence: JSONColumnType<LineEvidence[]>;
}

export interface OrderAuditRow {
  orderId: string;
  seq: number;
  command: string;
  fromState: OrderState | null;
  toState: OrderState;
  actor: JSONColumnType<ActorRecord>;
  reason: string | null;
  metadata: JSONColumnType<Record<string, unknown>>;
  at: Date;
}
