import type { Locale, ProofLabel } from "@smplat/contracts/vocabulary";

/** The fixed words of papers. */
export interface PaperWords {
  readonly invoice: string;
  readonly receipt: string;
  readonly invoiceNumber: string;
  readonly invoiceDate: string;
  readonly order: string;
  readonly orderedOn: string;
  readonly paidOn: string;
  readonly deliveredOn: string;
  readonly issuedOn: string;
  readonly buyerTaxId: string;
  readonly sellerTaxId: string;
  readonly description: string;
  readonly quantity: string;
  readonly rate: string;
  readonly net: string;
  readonly netTotal: string;
  readonly tax: (rate: string, net: string) => string;
  readonly total: string;
  readonly paid: (day: string) => string;
  readonly paymentReference: string;
  readonly service: string;
  readonly page: (page: number, pages: number) => string;
  readonly deliveredOf: (delivered: string, ordered: string, unit: string) => string;
  readonly before: string;
  readonly latest: string;
  readonly change: string;
  readonly aboveUsual: string;
  readonly labels: Readonly<Record<ProofLabel, string>>;
  readonly followers: string;
  readonly unknown: string;
  readonly range: (low: string, high: string) => string;
  readonly readings: (count: string) => string;
  readonly source: string;
  readonly byHand: string;
  readonly evidence: string;
  readonly readingNote: string;
  readonly signedProof: string;
  readonly policyAllowed: (day: string) => string;
  readonly policyReviewed: (day: string) => string;
  readonly policyNotRecorded: string;
  readonly guarantee: (days: string, percent: string) => string;
  readonly disclosure: string;
  readonly verify: string;
  readonly creditNote: string;
  readonly creditNoteNumber: string;
  readonly toInvoice: string;
  readonly invoicedNet: string;
  readonly creditedNet: string;
  readonly creditTotal: string;
  readonly wentBack: (amount: string) => string;
  readonly refundReference: string;
  readonly corrects: (invoice: string, day: string) => string;
}

const en: PaperWords = {
  invoice: "Invoice",
  receipt: "Delivery receipt",
  invoiceNumber: "Invoice number",
  invoiceDate: "Invoice date",
  order: "Order",
  orderedOn: "Ordered on",
  paidOn: "Paid on",
  deliveredOn: "Delivered on",
  issuedOn: "Issued on",
  buyerTaxId: "Your VAT ID",
  sellerTaxId: "VAT ID",
  description: "Description",
  quantity: "Quantity",
  rate: "VAT",
  net: "Net",
  netTotal: "Net total",
  tax: (rate, net) => `VAT ${rate} on ${net}`,
  total: "Total",
  paid: (day) => `Paid in full on ${day}. Nothing is left to pay.`,
  paymentReference: "Payment reference",
  service:
    "Time of supply: the work begins after payment and ends upon delivery. This invoice covers the payment received before the service was rendered.",
  page: (page, pages) => `Page ${page} of ${pages}`,
  deliveredOf: (delivered, ordered, unit) => `${delivered} of ${ordered} delivered · ${unit}`,
  before: "Before",
  latest: "Latest",
  change: "Observed change",
  aboveUsual: "Above usual growth",
  labels: {
    attributed: "Attributed to the work",
    consistent_with: "Consistent with the work",
    inconclusive: "Can't be told",
    contradicts: "Went the other way",
    not_yet_known: "Not yet known",
  },
  followers: "followers",
  unknown: "Not known",
  range: (low, high) => `${low} to ${high}`,
  readings: (count) => `rests on ${count} readings`,
  source: "Source",
  byHand: "seen by two of our staff",
  evidence: "Handed over",
  readingNote:
    "What was delivered is decided by the evidence above alone. Readings are of the channel's own numbers before and after the delivery; they show what was observed and exclude no other cause.",
  signedProof: "Signed proof, SHA-256",
  policyAllowed: (day) => `The product passed our publishing rules on ${day}.`,
  policyReviewed: (day) => `The product was flagged by our publishing rules on ${day} and released by a person.`,
  policyNotRecorded: "The decision of our publishing rules was not recorded.",
  guarantee: (days, percent) => `Guaranteed for ${days} days from ${percent}% of what was ordered.`,
  disclosure:
    "Disclosure: this work was paid for. No followers, likes or views were bought; what was handed over is listed above, and figures of a channel are its platform's own.",
  verify:
    "To check this receipt, download the signed proof from the order's page and open it at the address below. It is checked in the browser, without us, and its digest is the one printed above.",
  creditNote: "Credit note",
  creditNoteNumber: "Credit note no.",
  toInvoice: "To invoice",
  invoicedNet: "Invoiced, net",
  creditedNet: "Credited, net",
  creditTotal: "Total credited",
  wentBack: (amount) => `${amount} goes back to the card you paid with.`,
  refundReference: "Refund reference",
  corrects: (invoice, day) =>
    `This credit note corrects invoice ${invoice} of ${day} by the amounts above. The rest of the invoice stands.`,
};

const de: PaperWords = {
  invoice: "Rechnung",
  receipt: "Lieferbeleg",
  invoiceNumber: "Rechnungsnummer",
  invoiceDate: "Rechnungsdatum",
  order: "Bestellung",
  orderedOn: "Bestellt am",
  paidOn: "Bezahlt am",
  deliveredOn: "Geliefert am",
  issuedOn: "Ausgestellt am",
  buyerTaxId: "Deine USt-IdNr.",
  sellerTaxId: "USt-IdNr.",
  description: "Leistung",
  quantity: "Menge",
  rate: "USt.",
  net: "Netto",
  netTotal: "Summe netto",
  tax: (rate, net) => `USt. ${rate} auf ${net}`,
  total: "Gesamtbetrag",
  paid: (day) => `Vollständig bezahlt am ${day}. Es ist nichts mehr zu zahlen.`,
  paymentReference: "Zahlungsreferenz",
  service:
    "Leistungszeitpunkt: Die Leistung beginnt nach Zahlungseingang und endet mit der Lieferung. Diese Rechnung weist das vor Ausführung der Leistung vereinnahmte Entgelt aus.",
  page: (page, pages) => `Seite ${page} von ${pages}`,
  deliveredOf: (delivered, ordered, unit) => `${delivered} von ${ordered} geliefert · ${unit}`,
  before: "Vorher",
  latest: "Zuletzt",
  change: "Beobachtete Änderung",
  aboveUsual: "Über dem üblichen Wachstum",
  labels: {
    attributed: "Der Arbeit zuzurechnen",
    consistent_with: "Passt zur Arbeit",
    inconclusive: "Nicht zu unterscheiden",
    contradicts: "Ging in die andere Richtung",
    not_yet_known: "Noch nicht bekannt",
  },
  followers: "Follower",
  unknown: "Nicht bekannt",
  range: (low, high) => `${low} bis ${high}`,
  readings: (count) => `beruht auf ${count} Messungen`,
  source: "Quelle",
  byHand: "von zwei unserer Leute gesehen",
  evidence: "Übergeben",
  readingNote:
    "Was geliefert wurde, entscheiden allein die Nachweise oben. Die Messungen sind Zahlen des Kanals selbst vor und nach der Lieferung; sie zeigen, was beobachtet wurde, und schließen keine andere Ursache aus.",
  signedProof: "Signierter Nachweis, SHA-256",
  policyAllowed: (day) => `Das Produkt hat unsere Veröffentlichungsregeln am ${day} bestanden.`,
  policyReviewed: (day) =>
    `Das Produkt wurde am ${day} von unseren Veröffentlichungsregeln angehalten und von einem Menschen freigegeben.`,
  policyNotRecorded: "Die Entscheidung unserer Veröffentlichungsregeln wurde nicht festgehalten.",
  guarantee: (days, percent) => `Garantie: ${days} Tage ab ${percent} % der bestellten Menge.`,
  disclosure:
    "Offenlegung: Diese Arbeit wurde bezahlt. Es wurden keine Follower, Likes oder Aufrufe gekauft; was übergeben wurde, steht oben, und Zahlen eines Kanals sind die seiner Plattform.",
  verify:
    "Zum Prüfen den signierten Nachweis auf der Seite der Bestellung herunterladen und unter der Adresse unten öffnen. Geprüft wird im Browser, ohne uns; der Prüfwert ist der oben gedruckte.",
  creditNote: "Rechnungskorrektur",
  creditNoteNumber: "Korrekturnummer",
  toInvoice: "Zur Rechnung",
  invoicedNet: "Berechnet, netto",
  creditedNet: "Erstattet, netto",
  creditTotal: "Erstattungsbetrag",
  wentBack: (amount) => `${amount} gehen auf die Karte zurück, mit der bezahlt wurde.`,
  refundReference: "Erstattungsreferenz",
  corrects: (invoice, day) =>
    `Diese Rechnungskorrektur mindert die Rechnung ${invoice} vom ${day} um die Beträge oben. Im Übrigen bleibt sie bestehen.`,
};

export const paperWords: Readonly<Record<Locale, PaperWords>> = { en, de };
