import type { LineState, Locale, OrderState } from "@smplat/contracts/vocabulary";
import type { Sentence } from "./timeline-copy.ts";

type Metadata = Readonly<Record<string, unknown>>;

interface StaffWords {
  /** Every event that names an order; a test holds it against what the modules publish. */
  readonly events: Readonly<Record<string, Sentence>>;
  /** Who caused it, before the actor. */
  readonly by: string;
}

/** By the state something moved to; `still` when only a number of it changed. */
const movedTo = (words: Readonly<Record<string, string>>, still: string) => (metadata: Metadata) =>
  metadata.from === metadata.to ? still : (words[String(metadata.to)] ?? null);

const won = (words: readonly [won: string, lost: string]) => (metadata: Metadata) =>
  metadata.outcome === "won" ? words[0] : words[1];

const linesEn: Record<LineState, string> = {
  awaiting_baseline: "A line waits for its first reading",
  ready: "A line is ready to go to a supplier",
  submitting: "A line is being handed to a supplier",
  ambiguous: "A supplier did not say whether it took a line; it is asked by our reference",
  accepted: "A supplier took a line on",
  delivering: "Delivery of a line has begun",
  fulfilled: "A line was delivered in full",
  short: "A line ended below what was ordered",
  failed: "A line failed",
  canceled: "A line was canceled",
};
const linesDe: Record<LineState, string> = {
  awaiting_baseline: "Eine Position wartet auf ihre erste Messung",
  ready: "Eine Position kann an einen Lieferanten gehen",
  submitting: "Eine Position wird einem Lieferanten übergeben",
  ambiguous: "Ein Lieferant sagte nicht, ob er eine Position hat; wir fragen mit unserer Referenz nach",
  accepted: "Ein Lieferant hat eine Position angenommen",
  delivering: "Die Lieferung einer Position hat begonnen",
  fulfilled: "Eine Position wurde vollständig geliefert",
  short: "Eine Position blieb unter dem Bestellten",
  failed: "Eine Position ist gescheitert",
  canceled: "Eine Position wurde storniert",
};
const ordersEn: Record<OrderState, string> = {
  awaiting_payment: "The order waits for its payment",
  processing: "The order is paid and being prepared",
  active: "Work on the order is running",
  delivered: "Everything is delivered",
  refilling: "What fell away is being made good",
  completed: "The guarantee is over; the order is complete",
  on_hold: "The order was put on hold",
  disputed: "The buyer's bank opened a dispute",
  canceled: "The order was canceled",
  refunded: "The order was refunded in full",
};
const ordersDe: Record<OrderState, string> = {
  awaiting_payment: "Die Bestellung wartet auf ihre Zahlung",
  processing: "Die Bestellung ist bezahlt und wird vorbereitet",
  active: "Die Arbeit an der Bestellung läuft",
  delivered: "Alles ist geliefert",
  refilling: "Was weggefallen ist, wird nachgeliefert",
  completed: "Die Garantie ist abgelaufen, die Bestellung abgeschlossen",
  on_hold: "Die Bestellung wurde angehalten",
  disputed: "Die Bank des Käufers hat einen Widerspruch eröffnet",
  canceled: "Die Bestellung wurde storniert",
  refunded: "Die Bestellung wurde vollständig erstattet",
};

/** What the mails about an order are called, by their template. */
const mailsEn: Readonly<Record<string, string>> = {
  "order-confirmed": "confirmation",
  "order-delivered": "delivery report",
  "order-canceled": "cancellation",
  refunded: "refund notice",
  "order-news": "news about the order",
};
const mailsDe: Readonly<Record<string, string>> = {
  "order-confirmed": "Bestellbestätigung",
  "order-delivered": "Lieferbericht",
  "order-canceled": "Stornobestätigung",
  refunded: "Erstattungsnachricht",
  "order-news": "Nachricht zur Bestellung",
};

const mailed =
  (names: Readonly<Record<string, string>>, sentence: (name: string) => string) => (metadata: Metadata) => {
    const template = String(metadata.template);
    return sentence(names[template] ?? template);
  };

/** What staff reads of an order: everything that happened, without the shop's "we" and the buyer's "you". */
export const staffTimelineCopy: Readonly<Record<Locale, StaffWords>> = {
  en: {
    by: "by",
    events: {
      "order.placed": "The order was placed",
      "order.paid": "The order is paid and has its number",
      "order.state-changed": movedTo(ordersEn, "The order was changed and stays where it was"),
      "order.delivered": "Every line is done for the first time",
      "order.canceled": "The order ended without a delivery",
      "order.resumed": "The hold was lifted; work may go on",
      "order.line-recorded": movedTo(linesEn, "A line moved on"),
      "payment.succeeded": "The payment is in",
      "payment.failed": "A card was declined",
      "payment.unapplied": "Money came in that fits no open order; a person has to look at it",
      "refund.requested": "A refund was asked for",
      "refund.succeeded": "Money went back to the buyer's card",
      "refund.failed": "A refund did not go through",
      "dispute.opened": "The buyer's bank took the payment back while it looks into it",
      "dispute.closed": won(["The bank decided for the payment", "The bank decided against the payment"]),
      "fulfillment.line-awaiting-baseline": "A line waits for its first reading before work begins",
      "fulfillment.line-accepted": "A supplier took a line on",
      "fulfillment.line-progressed": "A supplier reported progress of a line",
      "fulfillment.line-behind": "A line is behind its plan",
      "fulfillment.line-late": "A line is later than promised",
      "fulfillment.line-stalled": "Nothing has moved on a line for a long time",
      "fulfillment.line-rerouted": "A line goes to another supplier",
      "fulfillment.line-commanded": "Somebody of the staff stepped in on a line",
      "fulfillment.line-completed": "Work on a line has ended",
      "fulfillment.line-canceled": "Work on a line was canceled",
      "fulfillment.placements-changed": "A finished line's evidence names other placements than before",
      "fulfillment.make-good-ended": "Making good on a line has ended",
      "fulfillment.follow-up-raised": "Something needs a person's eye",
      "liveness.page-down": "A placement's page is no longer there",
      "liveness.page-back": "A placement's page is there again",
      "refill.requested": "A refill was asked for",
      "refill.approved": "The refill was approved",
      "refill.declined": "The refill was not approved",
      "refill.submitted": "What was missing is being delivered again",
      "refill.completed": "The refill is delivered",
      "refill.failed": "The refill did not work out",
      "delivery-proof.baseline-settled": "It is settled what the channel's count was before",
      "delivery-proof.reading-requested": "Somebody of the staff asked for a reading",
      "delivery-proof.line-assessed": "The readings of a line were compared anew",
      "receipts.personal-values-erased": "The personal values behind the signed proofs were erased",
      "receipts.receipt-issued": "A signed proof of a line was issued",
      "billing.invoice-issued": "The invoice is ready",
      "billing.credit-note-issued": "The credit note is ready",
      "billing.receipt-issued": "The delivery receipt is ready",
      "mail.refused": mailed(mailsEn, (name) => `A mail to the buyer was refused and has not arrived: ${name}`),
      "mail.taken-late": mailed(mailsEn, (name) => `A mail that was refused before went out after all: ${name}`),
    },
  },
  de: {
    by: "durch",
    events: {
      "order.placed": "Die Bestellung ging ein",
      "order.paid": "Die Bestellung ist bezahlt und hat ihre Nummer",
      "order.state-changed": movedTo(ordersDe, "Die Bestellung wurde geändert und bleibt, wo sie war"),
      "order.delivered": "Alle Positionen sind zum ersten Mal fertig",
      "order.canceled": "Die Bestellung endete ohne Lieferung",
      "order.resumed": "Die Sperre ist aufgehoben, die Arbeit kann weitergehen",
      "order.line-recorded": movedTo(linesDe, "Eine Position kam voran"),
      "payment.succeeded": "Die Zahlung ist eingegangen",
      "payment.failed": "Eine Karte wurde abgelehnt",
      "payment.unapplied": "Geld kam an, das zu keiner offenen Bestellung passt; das muss sich jemand ansehen",
      "refund.requested": "Eine Erstattung wurde angefragt",
      "refund.succeeded": "Geld ging auf die Karte des Käufers zurück",
      "refund.failed": "Eine Erstattung ging nicht durch",
      "dispute.opened": "Die Bank des Käufers hat die Zahlung zurückgeholt, solange sie den Fall prüft",
      "dispute.closed": won(["Die Bank hat für die Zahlung entschieden", "Die Bank hat gegen die Zahlung entschieden"]),
      "fulfillment.line-awaiting-baseline": "Eine Position wartet auf ihre erste Messung, bevor die Arbeit beginnt",
      "fulfillment.line-accepted": "Ein Lieferant hat eine Position angenommen",
      "fulfillment.line-progressed": "Ein Lieferant meldete Fortschritt bei einer Position",
      "fulfillment.line-behind": "Eine Position liegt hinter ihrem Plan",
      "fulfillment.line-late": "Eine Position kommt später als zugesagt",
      "fulfillment.line-stalled": "Bei einer Position bewegt sich seit langem nichts",
      "fulfillment.line-rerouted": "Eine Position geht an einen anderen Lieferanten",
      "fulfillment.line-commanded": "Jemand aus dem Team hat in eine Position eingegriffen",
      "fulfillment.line-completed": "Die Arbeit an einer Position ist beendet",
      "fulfillment.line-canceled": "Die Arbeit an einer Position wurde storniert",
      "fulfillment.placements-changed": "Die Belege einer fertigen Position nennen andere Platzierungen als zuvor",
      "fulfillment.make-good-ended": "Die Nachlieferung zu einer Position ist beendet",
      "fulfillment.follow-up-raised": "Etwas muss sich ein Mensch ansehen",
      "liveness.page-down": "Die Seite einer Platzierung ist nicht mehr da",
      "liveness.page-back": "Die Seite einer Platzierung ist wieder da",
      "refill.requested": "Eine Nachlieferung wurde angefragt",
      "refill.approved": "Die Nachlieferung wurde genehmigt",
      "refill.declined": "Die Nachlieferung wurde nicht genehmigt",
      "refill.submitted": "Was fehlte, wird nachgeliefert",
      "refill.completed": "Die Nachlieferung ist da",
      "refill.failed": "Die Nachlieferung hat nicht geklappt",
      "delivery-proof.baseline-settled": "Es steht fest, welchen Stand der Kanal vorher hatte",
      "delivery-proof.reading-requested": "Jemand aus dem Team hat eine Messung verlangt",
      "delivery-proof.line-assessed": "Die Messungen einer Position wurden neu verglichen",
      "receipts.personal-values-erased": "Die persönlichen Werte hinter den signierten Nachweisen wurden gelöscht",
      "receipts.receipt-issued": "Ein signierter Nachweis zu einer Position wurde ausgestellt",
      "billing.invoice-issued": "Die Rechnung liegt bereit",
      "billing.credit-note-issued": "Die Rechnungskorrektur liegt bereit",
      "billing.receipt-issued": "Der Liefernachweis liegt bereit",
      "mail.refused": mailed(mailsDe, (name) => `Eine Mail an den Käufer wurde abgewiesen und kam nicht an: ${name}`),
      "mail.taken-late": mailed(mailsDe, (name) => `Eine zuvor abgewiesene Mail ging doch noch hinaus: ${name}`),
    },
  },
};
