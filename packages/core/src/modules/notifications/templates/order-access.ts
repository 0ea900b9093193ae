import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import { formatDay, formatMoney } from "#kernel/format";
import type { OrderWithLines } from "#modules/orders";
import type { LetterLink } from "../letter.ts";
import type { MailDeps } from "../mail-deps.ts";
import { orderLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";

const ordersShown = 5;

const words: Readonly<
  Record<Locale, { subject: string; preview: string; heading: string; intro: string; unpaid: string; note: string }>
> = {
  en: {
    subject: "Your orders at Smplat",
    preview: "The links you asked for.",
    heading: "Your orders",
    intro: "Here are your newest orders. Each link works once, within the next 15 minutes.",
    unpaid: "Order without payment",
    note: "You didn't ask for this? Then somebody typed your address; nothing happens without these links.",
  },
  de: {
    subject: "Deine Bestellungen bei Smplat",
    preview: "Die Links, um die du gebeten hast.",
    heading: "Deine Bestellungen",
    intro: "Das sind deine neuesten Bestellungen. Jeder Link gilt einmal, innerhalb der nächsten 15 Minuten.",
    unpaid: "Bestellung ohne Zahlung",
    note: "Du hast nicht darum gebeten? Dann hat jemand deine Adresse eingegeben; ohne diese Links passiert nichts.",
  },
};

/** Links to the newest orders of an address; null when it has none, so that nobody gets a mail they have no use for. */
export async function writeOrderAccess(deps: MailDeps, tx: Tx, requestId: string): Promise<WrittenMail | null> {
  const request = await deps.customers.findAccessRequest(tx, requestId);
  if (request === null) return null;
  const orders = await deps.orders.listOfEmail(tx, request.email, ordersShown);
  const [newest] = orders;
  if (newest === undefined) return null;
  const { locale } = newest;
  const t = words[locale];
  const links: LetterLink[] = [];
  for (const order of orders) links.push(await linkTo(deps, tx, order, locale));
  return {
    to: request.email,
    locale,
    letter: {
      subject: t.subject,
      preview: t.preview,
      heading: t.heading,
      blocks: [
        { kind: "text", text: t.intro },
        { kind: "links", links },
        { kind: "small", text: t.note },
      ],
    },
  };
}

async function linkTo(deps: MailDeps, tx: Tx, order: OrderWithLines, locale: Locale): Promise<LetterLink> {
  const titles = order.lines.map((line) => line.product.title[locale]).join(", ");
  const total = formatMoney(order.totalMinor, order.currency, locale);
  return {
    label: order.number ?? words[locale].unpaid,
    detail: `${formatDay(order.placedAt, locale)} · ${total} · ${titles}`,
    url: await orderLink(deps, tx, order),
  };
}
