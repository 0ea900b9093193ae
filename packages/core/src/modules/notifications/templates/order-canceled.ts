import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import type { MailDeps } from "../mail-deps.ts";
import { shopLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";
import { orderItems } from "./order-items.ts";

const words: Readonly<
  Record<Locale, { subject: string; preview: string; heading: string; paid: string; unpaid: string; button: string }>
> = {
  en: {
    subject: "Your order was canceled",
    preview: "What this means for your money.",
    heading: "Your order was canceled",
    paid: "Everything you paid goes back to your card. We write again once the refund is on its way.",
    unpaid:
      "No payment came in within 30 minutes, so the order ended. Nothing was charged. You can order again at any time.",
    button: "Back to the shop",
  },
  de: {
    subject: "Deine Bestellung wurde storniert",
    preview: "Was das für dein Geld bedeutet.",
    heading: "Deine Bestellung wurde storniert",
    paid: "Alles, was du bezahlt hast, geht auf deine Karte zurück. Wir schreiben dir, sobald die Erstattung unterwegs ist.",
    unpaid:
      "Innerhalb von 30 Minuten ging keine Zahlung ein, deshalb endete die Bestellung. Es wurde nichts abgebucht. Du kannst jederzeit neu bestellen.",
    button: "Zurück zum Shop",
  },
};

/** That an order ended without a delivery. */
export async function writeOrderCanceled(deps: MailDeps, tx: Tx, orderId: string): Promise<WrittenMail> {
  const order = await deps.orders.get(tx, system("notifications.send-mail"), orderId);
  const { locale, contact } = order;
  const t = words[locale];
  return {
    to: contact.email,
    locale,
    letter: {
      subject: order.number === null ? t.subject : `${t.subject} (${order.number})`,
      preview: t.preview,
      heading: t.heading,
      blocks: [
        { kind: "text", text: order.paidAt === null ? t.unpaid : t.paid },
        orderItems(order),
        { kind: "button", label: t.button, url: shopLink(deps, locale, "/products") },
      ],
    },
  };
}
