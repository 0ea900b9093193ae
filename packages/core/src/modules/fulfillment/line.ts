import type { DeliverableKind, LineState, Platform } from "@smplat/contracts/vocabulary";
import { after, days, hours, minutes } from "#kernel/clock";
import type { OrderLine } from "#modules/orders";
import type { PacingPlan } from "./pacing.ts";

/** What the supplier is asked for, frozen when the order was paid. */
export interface LineBrief {
  readonly platform: Platform | null;
  readonly handle: string | null;
  /** The shopper's answers to the product's questions. */
  readonly fields: Readonly<Record<string, string>>;
  readonly deliverableKind: DeliverableKind;
}

/** A line of a paid order on its way to a supplier and back. Its id is the order line's. */
export interface FulfillmentLine {
  readonly id: string;
  readonly orderId: string;
  readonly productId: string;
  readonly socialAccountId: string | null;
  readonly state: LineState;
  readonly orderedUnits: number;
  readonly deliveredUnits: number;
  readonly brief: LineBrief;
  readonly startsWithinHours: number;
  readonly deliversWithinHours: number;
  readonly guaranteeDays: number;
  /** Share of the ordered units that counts as delivered in full. */
  readonly thresholdPercent: number;
  readonly baselineDeadlineAt: Date;
  readonly baselineSnapshotId: string | null;
  readonly baselineMissing: string | null;
  /** Submits so far, whatever became of them. */
  readonly attemptCount: number;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly completedAt: Date | null;
  readonly guaranteeEndsAt: Date | null;
  /** Suppliers that are not asked for this line again. */
  readonly excludedProviders: readonly string[];
  /** Wall time before which a replayed line is not sent. */
  readonly submitNotBefore: Date | null;
  /** Null until a supplier took the line on. */
  readonly pacing: PacingPlan | null;
  /** Since when the delivery is behind its promise. */
  readonly lateSince: Date | null;
  /** When a late delivery is expected; null while nobody can say. */
  readonly expectedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A line as `order.paid` makes it: waiting for the reading of the channel before anything happens to it. */
export function newLine(line: OrderLine, now: Date): FulfillmentLine {
  const { sla, evidence, deliverableKind } = line.product;
  return {
    id: line.id,
    orderId: line.orderId,
    productId: line.productId,
    socialAccountId: line.socialAccountId,
    state: "awaiting_baseline",
    orderedUnits: line.quantity,
    deliveredUnits: 0,
    brief: {
      platform: line.platformContext?.platform ?? null,
      handle: line.platformContext?.handle ?? null,
      fields: line.selection.fields,
      deliverableKind,
    },
    startsWithinHours: sla.startsWithinHours,
    deliversWithinHours: sla.deliversWithinHours,
    guaranteeDays: evidence.guaranteeDays,
    thresholdPercent: evidence.thresholdPercent,
    baselineDeadlineAt: baselineDeadline(now, sla.startsWithinHours),
    baselineSnapshotId: null,
    baselineMissing: null,
    attemptCount: 0,
    startedAt: null,
    dueAt: null,
    completedAt: null,
    guaranteeEndsAt: null,
    excludedProviders: [],
    submitNotBefore: null,
    pacing: null,
    lateSince: null,
    expectedAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** The readings before the start may take half of the time to start, and a day and a half at most. */
export const baselineDeadline = (from: Date, startsWithinHours: number): Date =>
  after(from, Math.min(hours(startsWithinHours) / 2, hours(36)));

/** Delivered evidence reaches the threshold. In whole numbers: no share is ever rounded up to it. */
export const meetsThreshold = (deliveredUnits: number, orderedUnits: number, thresholdPercent: number): boolean =>
  deliveredUnits * 100 >= orderedUnits * thresholdPercent;

/** Business hours a supplier is given: it starts a little later than it is asked, and the promise still has to hold. */
export const hoursForSupplier = (deliversWithinHours: number): number =>
  Math.max(1, Math.floor((deliversWithinHours * 3) / 4));

/** Business milliseconds between two looks at a running delivery. */
export const pollInterval = (deliversWithinHours: number): number =>
  Math.max(minutes(15), hours(deliversWithinHours) / 24);

/** Business milliseconds between two looks at a finished delivery while its guarantee runs. */
export const guaranteeInterval = (guaranteeDays: number): number => Math.max(hours(24), days(guaranteeDays) / 8);

export const guaranteeEnd = (completedAt: Date, guaranteeDays: number): Date => after(completedAt, days(guaranteeDays));

/** The supplier is done with the line, for now or for good. */
export const isCompleted = (state: LineState): boolean => state === "fulfilled" || state === "short";
