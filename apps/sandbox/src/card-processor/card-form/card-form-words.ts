/** The languages the form speaks. */
export type CardFormLocale = "en" | "de";

const en = {
  title: "Card details",
  name: "Name on card",
  number: "Card number",
  expiry: "Expiry",
  expiryHint: "MM / YY",
  cvc: "Security code",
  nameWrong: "Enter the name as it is on the card.",
  numberWrong: "Check the card number: a digit is missing or wrong.",
  expiryWrong: "Enter a month and year that are still to come, such as 12 / 29.",
  cvcWrong: "Enter the three or four digits from the back of the card.",
  unreachable: "The card could not be checked. Nothing was charged. Try again in a moment.",
  offline: "The card form could not be reached. Nothing was charged. Check your connection and try again.",
  submit: "Use this card",
  testCards: "Test cards (no real money moves)",
  succeeds: "pays",
  mastercard: "pays, Mastercard",
  declined: "is declined",
  insufficient: "has insufficient funds",
  authentication: "asks for 3-D Secure",
};

const de: typeof en = {
  title: "Kartendaten",
  name: "Name auf der Karte",
  number: "Kartennummer",
  expiry: "Gültig bis",
  expiryHint: "MM / JJ",
  cvc: "Prüfziffer",
  nameWrong: "Gib den Namen so ein, wie er auf der Karte steht.",
  numberWrong: "Prüfe die Kartennummer: Eine Ziffer fehlt oder ist falsch.",
  expiryWrong: "Gib Monat und Jahr ein, die noch kommen, zum Beispiel 12 / 29.",
  cvcWrong: "Gib die drei oder vier Ziffern von der Rückseite der Karte ein.",
  unreachable: "Die Karte konnte nicht geprüft werden. Es wurde nichts abgebucht. Versuche es gleich noch einmal.",
  offline:
    "Das Kartenformular war nicht erreichbar. Es wurde nichts abgebucht. Prüfe deine Verbindung und versuche es noch einmal.",
  submit: "Diese Karte verwenden",
  testCards: "Testkarten (es fließt kein echtes Geld)",
  succeeds: "zahlt",
  mastercard: "zahlt, Mastercard",
  declined: "wird abgelehnt",
  insufficient: "ist nicht gedeckt",
  authentication: "verlangt 3-D Secure",
};

/** Every sentence of the form, per language. */
export const cardFormWords: Record<CardFormLocale, typeof en> = { en, de };
