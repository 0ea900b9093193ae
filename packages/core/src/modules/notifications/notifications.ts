import { type EventDefinition, type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, type JobHandler } from "#infrastructure/jobs";
import { receiptIssued } from "#modules/billing";
import {
  accessRequested,
  passwordChanged,
  passwordResetRequested,
  signUpRepeated,
  verificationRequested,
} from "#modules/customers";
import { orderCanceled, orderPaid } from "#modules/orders";
import { refundSucceeded } from "#modules/payments";
import type { MailDeps } from "./mail-deps.ts";
import { MailTask } from "./mail-task.ts";
import { sendMailJob } from "./notification-jobs.ts";
import { queueMail } from "./queue-mail.ts";
import { sendMail } from "./send-mail.ts";

/** Mails about what happened. It only listens: nobody calls it. */
export interface Notifications {
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export function createNotifications(deps: MailDeps): Notifications {
  const mail = <P>(event: EventDefinition<P>, taskOf: (payload: P) => MailTask): Subscription =>
    subscribe(event, `notifications.${taskName(event)}`, (tx, { id, payload }) =>
      queueMail(deps, tx, id, taskOf(payload)),
    );
  return {
    jobs: [handleExternal(sendMailJob, (run, payload) => sendMail(deps, run, payload.sendId))],
    subscriptions: [
      mail(orderPaid, ({ orderId }) => ({ template: "order-confirmed", orderId })),
      mail(receiptIssued, ({ orderId }) => ({ template: "order-delivered", orderId })),
      mail(orderCanceled, ({ orderId }) => ({ template: "order-canceled", orderId })),
      mail(refundSucceeded, ({ orderId, amountMinor, currency }) =>
        MailTask.parse({ template: "refunded", orderId, amountMinor, currency }),
      ),
      mail(accessRequested, ({ requestId }) => ({ template: "order-access", requestId })),
      mail(verificationRequested, ({ customerId }) => ({ template: "confirm-email", customerId })),
      mail(passwordResetRequested, ({ customerId }) => ({ template: "reset-password", customerId })),
      mail(passwordChanged, ({ customerId }) => ({ template: "password-changed", customerId })),
      mail(signUpRepeated, ({ customerId }) => ({ template: "sign-up-repeated", customerId })),
    ],
  };
}

/** `order.paid` is answered by the job `notifications.mail-order-paid`. */
const taskName = (event: { readonly name: string }): string => `mail-${event.name.replaceAll(".", "-")}`;
