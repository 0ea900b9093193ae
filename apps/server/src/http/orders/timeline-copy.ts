import type { Locale } from "@smplat/contracts/vocabulary";

type Metadata = Readonly<Record<string, unknown>>;
/** A sentence, a way to make one from the event's facts, or null where buyers are told nothing. */
export type Sentence = string | ((metadata: Metadata) => string | null);

export interface TimelineCopy {
  /** What a buyer is told. */
  readonly events: Readonly<Record<string, Sentence | undefined>>;
}

/** Said when something became another state; a report that only moves a number is none of the reader's news. */
const sentenceOf = (words: Readonly<Record<string, string>>) => (metadata: Metadata) =>
  metadata.from === metadata.to ? null : (words[String(metadata.to)] ?? null);

const outcomeOf = (won: string, lost: string) => (metadata: Metadata) => (metadata.outcome === "won" ? won : lost);

export const timelineCopy: Readonly<Record<Locale, TimelineCopy>> = {
  en: {
    events: {
      "order.placed": "You placed the order",
      "payment.succeeded": "Your payment is in",
      "payment.failed": "A card was declined",
      "refund.requested": "A refund was asked for",
      "refund.succeeded": "Money went back to your card",
      "refund.failed": "A refund did not go through; we look into it",
      "dispute.opened": "Your bank took the payment back while it looks into it",
      "dispute.closed": outcomeOf("The bank decided for the payment", "The bank decided against the payment"),
      "fulfillment.line-late": "A delivery is later than promised",
      "liveness.page-down": "A placement could no longer be reached",
      "liveness.page-back": "A placement can be reached again",
      "refill.requested": "A refill was asked for",
      "refill.approved": "The refill was approved",
      "refill.declined": "The refill was not approved",
      "refill.submitted": "What was missing is being delivered again",
      "refill.completed": "The refill is delivered",
      "refill.failed": "The refill did not work out; we look for another way",
      "billing.invoice-issued": "Your invoice is ready",
      "billing.credit-note-issued": "Your credit note is ready",
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
      "refund.requested": "Eine Erstattung wurde angefragt",
      "refund.succeeded": "Geld ging auf deine Karte zurück",
      "refund.failed": "Eine Erstattung ging nicht durch; wir kümmern uns",
      "dispute.opened": "Deine Bank hat die Zahlung zurückgeholt, solange sie den Fall prüft",
      "dispute.closed": outcomeOf(
        "Die Bank hat für die Zahlung entschieden",
        "Die Bank hat gegen die Zahlung entschieden",
      ),
      "fulfillment.line-late": "Eine Lieferung kommt später als zugesagt",
      "liveness.page-down": "Eine Platzierung war nicht mehr erreichbar",
      "liveness.page-back": "Eine Platzierung ist wieder erreichbar",
      "refill.requested": "Eine Nachlieferung wurde angefragt",
      "refill.approved": "Die Nachlieferung wurde genehmigt",
      "refill.declined": "Die Nachlieferung wurde nicht genehmigt",
      "refill.submitted": "Was fehlte, wird nachgeliefert",
      "refill.completed": "Die Nachlieferung ist da",
      "refill.failed": "Die Nachlieferung hat nicht geklappt; wir suchen einen anderen Weg",
      "billing.invoice-issued": "Deine Rechnung liegt bereit",
      "billing.credit-note-issued": "Deine Rechnungskorrektur liegt bereit",
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
