import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import type { Letter } from "./letter.ts";
import type { MailDeps } from "./mail-deps.ts";
import type { MailTask } from "./mail-task.ts";
import { writePasswordChanged, writeSignUpRepeated } from "./templates/account-notices.ts";
import { writeChannelNotice } from "./templates/channel-notices.ts";
import { writeConfirmEmail } from "./templates/confirm-email.ts";
import { writeOrderAccess } from "./templates/order-access.ts";
import { writeOrderCanceled } from "./templates/order-canceled.ts";
import { writeOrderConfirmed } from "./templates/order-confirmed.ts";
import { writeOrderDelivered } from "./templates/order-delivered.ts";
import { writeOrderNews } from "./templates/order-news.ts";
import { writeRefunded } from "./templates/refunded.ts";
import { writeResetPassword } from "./templates/reset-password.ts";

export interface WrittenMail {
  readonly to: string;
  readonly locale: Locale;
  readonly letter: Letter;
}

/** Writes a mail from what is known now. Null when there is nothing left to say. */
export function writeMail(deps: MailDeps, tx: Tx, task: MailTask): Promise<WrittenMail | null> {
  switch (task.template) {
    case "order-confirmed":
      return writeOrderConfirmed(deps, tx, task.orderId);
    case "order-delivered":
      return writeOrderDelivered(deps, tx, task.orderId);
    case "order-canceled":
      return writeOrderCanceled(deps, tx, task.orderId);
    case "refunded":
      return writeRefunded(deps, tx, task);
    case "order-news":
      return writeOrderNews(deps, tx, task);
    case "order-access":
      return writeOrderAccess(deps, tx, task.requestId);
    case "confirm-email":
      return writeConfirmEmail(deps, task.customerId);
    case "reset-password":
      return writeResetPassword(deps, task.customerId);
    case "password-changed":
      return writePasswordChanged(deps, tx, task.customerId);
    case "channel-lost":
    case "channel-proof-expiring":
    case "channel-proof-lapsed":
      return writeChannelNotice(deps, tx, task);
    case "sign-up-repeated":
      return writeSignUpRepeated(deps, tx, task.customerId);
  }
}
