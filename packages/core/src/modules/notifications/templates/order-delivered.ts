import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { system } from "#kernel/actor";
import { type ReceiptContent, receiptView } from "#modules/billing";
import type { Block } from "../letter.ts";
import type { MailDeps } from "../mail-deps.ts";
import { orderLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";
import { trackRecord } from "./track-record.ts";

const words: Readonly<
  Record<
    Locale,
    {
      subject: (number: string) => string;
      preview: string;
      heading: string;
      intro: string;
      button: string;
      note: string;
      signed: (url: string) => string;
    }
  >
> = {
  en: {
    subject: (number) => `Order ${number} is delivered`,
    preview: "What was handed over, and what was seen of it.",
    heading: "Your order is delivered",
    intro: "Here is what was handed over, and what we saw of your channel before and after.",
    button: "See the whole proof",
    note: "Readings go on for a while; your order's page shows them. The delivery receipt is there to download.",
    signed: (url) => `The signed proof is there too. Anybody can check it without us: ${url}`,
  },
  de: {
    subject: (number) => `Bestellung ${number} ist geliefert`,
    preview: "Was übergeben wurde und was davon zu sehen war.",
    heading: "Deine Bestellung ist geliefert",
    intro: "Das wurde übergeben, und das haben wir vorher und nachher an deinem Kanal gesehen.",
    button: "Den ganzen Nachweis ansehen",
    note: "Wir messen noch eine Weile weiter; die Seite deiner Bestellung zeigt es. Dort liegt auch der Lieferbeleg bereit.",
    signed: (url) => `Auch der signierte Nachweis liegt dort. Prüfen kann ihn jeder ohne uns: ${url}`,
  },
};

const signedNote = ({ verifyUrl, lines }: ReceiptContent, t: (typeof words)[Locale]): Block[] =>
  verifyUrl === undefined || lines.every((line) => line.signed === undefined)
    ? []
    : [{ kind: "small", text: t.signed(verifyUrl) }];

/** The delivery report: the proof cards of the receipt. */
export async function writeOrderDelivered(deps: MailDeps, tx: Tx, orderId: string): Promise<WrittenMail | null> {
  const receipt = await deps.billing.findReceipt(tx, orderId);
  if (receipt === null) return null;
  const order = await deps.orders.get(tx, system("notifications.send-mail"), orderId);
  const { locale } = order;
  const t = words[locale];
  const cards = receiptView(receipt).cards.map(
    ({ delivered, percent, ...card }): Block => ({
      kind: "proof",
      card: { ...card, delivered: `${delivered} · ${percent}` },
    }),
  );
  return {
    to: order.contact.email,
    locale,
    letter: {
      subject: t.subject(order.number ?? order.id),
      preview: t.preview,
      heading: t.heading,
      blocks: [
        { kind: "text", text: t.intro },
        ...cards,
        ...(await trackRecord(deps, tx, order.lines, locale)),
        { kind: "button", label: t.button, url: await orderLink(deps, tx, order) },
        { kind: "small", text: t.note },
        ...signedNote(receipt, t),
      ],
    },
  };
}
