import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { formatMoney } from "#kernel/format";
import type { MailDeps } from "../mail-deps.ts";
import type { MailTask } from "../mail-task.ts";
import { orderLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";

const words: Readonly<
  Record<
    Locale,
    {
      subject: (amount: string) => string;
      preview: string;
      heading: (amount: string) => string;
      text: (number: string) => string;
      noNumber: string;
      creditNote: (number: string) => string;
      button: string;
    }
  >
> = {
  en: {
    subject: (amount) => `${amount} is on its way back to you`,
    preview: "It goes to the card you paid with.",
    heading: (amount) => `We refunded ${amount}`,
    text: (number) =>
      `The refund for order ${number} goes to the card you paid with. Banks take five to ten working days until it shows.`,
    noNumber: "that was not completed",
    creditNote: (number) => `Credit note ${number} is on your order's page, beside the invoice.`,
    button: "See the order",
  },
  de: {
    subject: (amount) => `${amount} sind auf dem Weg zu dir`,
    preview: "Der Betrag geht auf die Karte, mit der du bezahlt hast.",
    heading: (amount) => `Wir haben ${amount} erstattet`,
    text: (number) =>
      `Die Erstattung zu Bestellung ${number} geht auf die Karte, mit der du bezahlt hast. Bis sie dort steht, brauchen Banken fünf bis zehn Werktage.`,
    noNumber: "ohne Abschluss",
    creditNote: (number) =>
      `Die Rechnungskorrektur ${number} liegt auf der Seite deiner Bestellung, neben der Rechnung.`,
    button: "Bestellung ansehen",
  },
};

/** That money went back. */
export async function writeRefunded(
  deps: MailDeps,
  tx: Tx,
  task: Extract<MailTask, { template: "refunded" }>,
): Promise<WrittenMail> {
  const order = await deps.orders.get(tx, system("notifications.send-mail"), task.orderId);
  const { locale } = order;
  const t = words[locale];
  const amount = formatMoney(task.amountMinor, task.currency, locale);
  return {
    to: order.contact.email,
    locale,
    letter: {
      subject: t.subject(amount),
      preview: t.preview,
      heading: t.heading(amount),
      blocks: [
        { kind: "text", text: t.text(order.number ?? t.noNumber) },
        ...(task.creditNote === null ? [] : [{ kind: "text", text: t.creditNote(task.creditNote) } as const]),
        { kind: "button", label: t.button, url: await orderLink(deps, tx, order) },
      ],
    },
  };
}
