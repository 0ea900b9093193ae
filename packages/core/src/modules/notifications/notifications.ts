import { type EventDefinition, type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, type JobHandler } from "#infrastructure/jobs";
import { creditNoteIssued, receiptIssued } from "#modules/billing";
import { claimDemoted, claimExpiring, claimLapsed } from "#modules/channel-ownership";
import {
  accessRequested,
  passwordChanged,
  passwordResetRequested,
  signUpRepeated,
  verificationRequested,
} from "#modules/customers";
import { lineLate, lineStalled } from "#modules/fulfillment";
import { orderCanceled, orderPaid } from "#modules/orders";
import { disputeOpened, refundSucceeded } from "#modules/payments";
import { refillApproved, refillCompleted, refillDeclined, refillFailed, refillRequested } from "#modules/refills";
import type { MailDeps } from "./mail-deps.ts";
import { MailTask, type OrderNewsKind } from "./mail-task.ts";
import { sendMailJob } from "./notification-jobs.ts";
import { queueMail } from "./queue-mail.ts";
import { sendMail } from "./send-mail.ts";

/** Mails about what happened. It only listens: nobody calls it. */
export interface Notifications {
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export function createNotifications(deps: MailDeps): Notifications {
  const mail = <P>(event: EventDefinition<P>, taskOf: (payload: P) => MailTask | null): Subscription =>
    subscribe(event, `notifications.${taskName(event)}`, async (tx, { id, payload }) => {
      const task = taskOf(payload);
      if (task !== null) await queueMail(deps, tx, id, task);
    });
  return {
    jobs: [handleExternal(sendMailJob, (run, payload) => sendMail(deps, run, payload.sendId))],
    subscriptions: [
      mail(orderPaid, ({ orderId }) => ({ template: "order-confirmed", orderId })),
      mail(receiptIssued, ({ orderId }) => ({ template: "order-delivered", orderId })),
      mail(orderCanceled, ({ orderId }) => ({ template: "order-canceled", orderId })),
      mail(creditNoteIssued, ({ orderId, amountMinor, currency, number }) =>
        MailTask.parse({ template: "refunded", orderId, amountMinor, currency, creditNote: number }),
      ),
      // Money of an order is told of with its credit note.
      mail(refundSucceeded, ({ orderId, amountMinor, currency, parts }) =>
        parts.length > 0 ? null : MailTask.parse({ template: "refunded", orderId, amountMinor, currency }),
      ),
      mail(disputeOpened, ({ orderId }) => news(orderId, "dispute-opened")),
      mail(lineStalled, ({ orderId, lineId }) => news(orderId, "line-stalled", { lineId })),
      mail(lineLate, ({ orderId, lineId, expectedAt }) =>
        news(orderId, "line-late", { lineId, expectedAt: expectedAt?.toISOString() ?? null }),
      ),
      mail(refillRequested, ({ orderId, lineId }) => news(orderId, "refill-requested", { lineId })),
      mail(refillApproved, ({ orderId, lineId }) => news(orderId, "refill-approved", { lineId })),
      mail(refillDeclined, ({ orderId, lineId, reason }) => news(orderId, "refill-declined", { lineId, reason })),
      mail(refillCompleted, ({ orderId, lineId }) => news(orderId, "refill-completed", { lineId })),
      mail(refillFailed, ({ orderId, lineId }) => news(orderId, "refill-failed", { lineId })),
      mail(accessRequested, ({ requestId }) => ({ template: "order-access", requestId })),
      mail(verificationRequested, ({ customerId }) => ({ template: "confirm-email", customerId })),
      mail(passwordResetRequested, ({ customerId }) => ({ template: "reset-password", customerId })),
      mail(passwordChanged, ({ customerId }) => ({ template: "password-changed", customerId })),
      mail(signUpRepeated, ({ customerId }) => ({ template: "sign-up-repeated", customerId })),
      mail(claimDemoted, ({ claimId }) => ({ template: "channel-lost", claimId })),
      mail(claimExpiring, ({ claimId }) => ({ template: "channel-proof-expiring", claimId })),
      mail(claimLapsed, ({ claimId }) => ({ template: "channel-proof-lapsed", claimId })),
    ],
  };
}

const news = (
  orderId: string,
  kind: OrderNewsKind,
  more: { readonly lineId?: string; readonly reason?: string | null; readonly expectedAt?: string | null } = {},
): MailTask => ({ template: "order-news", orderId, news: kind, lineId: null, reason: null, expectedAt: null, ...more });

/** `order.paid` is answered by the job `notifications.mail-order-paid`. */
const taskName = (event: { readonly name: string }): string => `mail-${event.name.replaceAll(".", "-")}`;
