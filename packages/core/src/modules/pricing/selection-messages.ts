import type { LocalizedText } from "#kernel/locale";

/** Why a choice or an answer can't be taken, in the shopper's languages. `{n}` is filled in. */
export const selectionMessages = {
  quantityRange: { en: "Choose a whole number from {n}.", de: "Bitte eine ganze Zahl von {n} wählen." },
  quantityStep: { en: "Choose a multiple of {n}, counted from the minimum.", de: "Bitte in Schritten von {n} wählen." },
  notPriced: {
    en: "This product is not sold in this currency.",
    de: "Dieses Produkt gibt es nicht in dieser Währung.",
  },
  unknown: { en: "This choice does not exist any more.", de: "Diese Auswahl gibt es nicht mehr." },
  chooseOne: { en: "Please choose one.", de: "Bitte eine Möglichkeit wählen." },
  onlyOne: { en: "Only one can be chosen.", de: "Es kann nur eine Möglichkeit gewählt werden." },
  required: { en: "Please fill this in.", de: "Bitte ausfüllen." },
  tooShort: { en: "Write at least {n} characters.", de: "Bitte mindestens {n} Zeichen schreiben." },
  tooLong: { en: "Write at most {n} characters.", de: "Bitte höchstens {n} Zeichen schreiben." },
  notUrl: {
    en: "Paste a full link that starts with https://.",
    de: "Bitte einen vollständigen Link einfügen, der mit https:// beginnt.",
  },
  notNumber: { en: "Write a number.", de: "Bitte eine Zahl eingeben." },
  tooSmall: { en: "Must be at least {n}.", de: "Muss mindestens {n} sein." },
  tooLarge: { en: "Must be at most {n}.", de: "Darf höchstens {n} sein." },
  pattern: { en: "This does not have the expected form.", de: "Das hat nicht die erwartete Form." },
  unreadable: {
    en: "This contains characters we can't store.",
    de: "Das enthält Zeichen, die wir nicht speichern können.",
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type SelectionMessage = keyof typeof selectionMessages;
