import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import type { MailDeps } from "../mail-deps.ts";
import { orderLink, shopLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";
import { orderItems } from "./order-items.ts";

const words: Readonly<
  Record<
    Locale,
    {
      subject: (number: string) => string;
      preview: string;
      heading: (name: string) => string;
      intro: (number: string) => string;
      next: string;
      button: string;
      access: string;
      terms: string;
      withdrawal: string;
      legal: string;
    }
  >
> = {
  en: {
    subject: (number) => `Order ${number} is confirmed`,
    preview: "Your payment is in. Here is what happens next.",
    heading: (name) => `Thank you, ${name}`,
    intro: (number) => `Your payment is in and order ${number} is confirmed.`,
    next: "Next we read your channel where that is possible, so that there is a before. Then the work starts. Your order's page shows every step, and the invoice is there to download.",
    button: "Follow your order",
    access: "The button opens your order once within 15 minutes. After that, the page sends you a new link.",
    terms: "Terms",
    withdrawal: "Right of withdrawal",
    legal: "What applies to your order",
  },
  de: {
    subject: (number) => `Bestellung ${number} ist bestätigt`,
    preview: "Deine Zahlung ist da. So geht es weiter.",
    heading: (name) => `Danke, ${name}`,
    intro: (number) => `Deine Zahlung ist eingegangen und Bestellung ${number} ist bestätigt.`,
    next: "Als Nächstes messen wir deinen Kanal, wo das möglich ist, damit es ein Vorher gibt. Dann beginnt die Arbeit. Die Seite deiner Bestellung zeigt jeden Schritt, und die Rechnung liegt dort bereit.",
    button: "Bestellung verfolgen",
    access:
      "Der Knopf öffnet deine Bestellung einmal innerhalb von 15 Minuten. Danach schickt dir die Seite einen neuen Link.",
    terms: "AGB",
    withdrawal: "Widerrufsrecht",
    legal: "Was für deine Bestellung gilt",
  },
};

/** The confirmation of a paid order. */
export async function writeOrderConfirmed(deps: MailDeps, tx: Tx, orderId: string): Promise<WrittenMail> {
  const order = await deps.orders.get(tx, system("notifications.send-mail"), orderId);
  const { locale, contact } = order;
  const number = order.number ?? order.id;
  const t = words[locale];
  const url = await orderLink(deps, tx, order);
  return {
    to: contact.email,
    locale,
    letter: {
      subject: t.subject(number),
      preview: t.preview,
      heading: t.heading(contact.name),
      blocks: [
        { kind: "text", text: t.intro(number) },
        orderItems(order),
        { kind: "text", text: t.next },
        { kind: "button", label: t.button, url },
        ...(url.includes("access=") ? [{ kind: "small", text: t.access } as const] : []),
        {
          kind: "links",
          links: [
            { label: t.terms, detail: t.legal, url: shopLink(deps, locale, "/terms") },
            { label: t.withdrawal, detail: t.legal, url: shopLink(deps, locale, "/withdrawal") },
          ],
        },
      ],
    },
  };
}
