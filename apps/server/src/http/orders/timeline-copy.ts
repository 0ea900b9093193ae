import type { Locale } from "@smplat/contracts/vocabulary";

type Metadata = Readonly<Record<string, unknown>>;
/** A sentence, a way to make one from the event's facts, or null where buyers are told nothing. */
type Sentence = string | ((metadata: Metadata) => string | null);

export interface TimelineCopy {
  readonly events: Readonly<Record<string, Sentence | undefined>>;
}

/** Said when something became another state; a report that only moves a number is none of the reader's news. */
const sentenceOf = (words: Readonly<Record<string, string>>) => (metadata: Metadata) =>
  metadata.from === metadata.to ? null : (words[String(metadata.to)] ?? null);

export const timelineCopy: Readonly<Record<Locale, TimelineCopy>> = {
  en: {
    events: {
      "order.placed": "You placed the order",
      "payment.succeeded": "Your payment is in",
      "payment.failed": "A card was declined",
      "refund.succeeded": "Money went back to your card",
      "billing.invoice-issued": "Your invoice is ready",
      "billing.receipt-issued": "Your delivery receipt is ready",
      "order.line-recorded": sentenceOf({
        accepted: "The work was taken on",
        delivering: "Delivery has begun",
        fulfilled: "A line was delivered in full",
        short: "A line ended below what was ordered",
        canceled: "A line was canceled",
      }),
      "order.state-changed": sentenceOf({
        on_hold: "We paused the order to look at something",
        delivered: "Everything is delivered",
        completed: "The guarantee is over; the order is complete",
        canceled: "The order was canceled",
        refunded: "The order was refunded in full",
        disputed: "Your bank opened a dispute",
      }),
    },
  },
  de: {
    events: {
      "order.placed": "Du hast bestellt",
      "payment.succeeded": "Deine Zahlung ist eingegangen",
      "payment.failed": "Eine Karte wurde abgelehnt",
      "refund.succeeded": "Geld ging auf deine Karte zurück",
      "billing.invoice-issued": "Deine Rechnung liegt bereit",
      "billing.receipt-issued": "Dein Liefernachweis liegt bereit",
      "order.line-recorded": sentenceOf({
        accepted: "Die Arbeit wurde angenommen",
        delivering: "Die Lieferung hat begonnen",
        fulfilled: "Eine Position wurde vollständig geliefert",
        short: "Eine Position blieb unter dem Bestellten",
        canceled: "Eine Position wurde storniert",
      }),
      "order.state-changed": sentenceOf({
        on_hold: "Wir haben die Bestellung angehalten, um etwas zu prüfen",
        delivered: "Alles ist geliefert",
        completed: "Die Garantie ist abgelaufen, die Bestellung abgeschlossen",
        canceled: "Die Bestellung wurde storniert",
        refunded: "Die Bestellung wurde vollständig erstattet",
        disputed: "Deine Bank hat einen Widerspruch eröffnet",
      }),
    },
  },
};
