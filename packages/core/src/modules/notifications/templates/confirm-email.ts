import type { Locale } from "@smplat/contracts/vocabulary";
import type { MailDeps } from "../mail-deps.ts";
import { shopLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";

const words: Readonly<
  Record<
    Locale,
    { subject: string; preview: string; heading: string; text: (name: string) => string; button: string; note: string }
  >
> = {
  en: {
    subject: "Confirm your e-mail address",
    preview: "One click and your account is ready.",
    heading: "Confirm your address",
    text: (name) => `Hello ${name}, please confirm that this address is yours. Your account is ready right after.`,
    button: "Confirm address",
    note: "The link works for 24 hours. You didn't open an account? Then ignore this mail; without the click nothing happens.",
  },
  de: {
    subject: "Bestätige deine E-Mail-Adresse",
    preview: "Ein Klick, und dein Konto ist bereit.",
    heading: "Bestätige deine Adresse",
    text: (name) =>
      `Hallo ${name}, bitte bestätige, dass diese Adresse dir gehört. Gleich danach ist dein Konto bereit.`,
    button: "Adresse bestätigen",
    note: "Der Link gilt 24 Stunden. Du hast kein Konto eröffnet? Dann ignoriere diese Mail; ohne den Klick passiert nichts.",
  },
};

/** The way to confirm an address; null when it is confirmed or the account is gone. */
export async function writeConfirmEmail(deps: MailDeps, customerId: string): Promise<WrittenMail | null> {
  const proof = await deps.customers.issueVerification(customerId);
  if (proof === null) return null;
  const { locale, token } = proof;
  const t = words[locale];
  return {
    to: proof.email,
    locale,
    letter: {
      subject: t.subject,
      preview: t.preview,
      heading: t.heading,
      blocks: [
        { kind: "text", text: t.text(proof.name) },
        { kind: "button", label: t.button, url: shopLink(deps, locale, "/verify-email", { token }) },
        { kind: "small", text: t.note },
      ],
    },
  };
}
