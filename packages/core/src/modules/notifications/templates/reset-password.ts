import type { Locale } from "@smplat/contracts/vocabulary";
import type { MailDeps } from "../mail-deps.ts";
import { shopLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";

const words: Readonly<
  Record<Locale, { subject: string; preview: string; heading: string; text: string; button: string; note: string }>
> = {
  en: {
    subject: "Set a new password",
    preview: "The link you asked for.",
    heading: "Set a new password",
    text: "Somebody, hopefully you, asked for a new password for this account.",
    button: "Choose a password",
    note: "The link works once, within an hour. You didn't ask? Then ignore this mail; your password stays as it is.",
  },
  de: {
    subject: "Neues Passwort setzen",
    preview: "Der Link, um den du gebeten hast.",
    heading: "Neues Passwort setzen",
    text: "Jemand, hoffentlich du, hat für dieses Konto ein neues Passwort verlangt.",
    button: "Passwort wählen",
    note: "Der Link gilt einmal, innerhalb einer Stunde. Du warst das nicht? Dann ignoriere diese Mail; dein Passwort bleibt, wie es ist.",
  },
};

/** The way to a new password; null when the account is gone. */
export async function writeResetPassword(deps: MailDeps, customerId: string): Promise<WrittenMail | null> {
  const proof = await deps.customers.issuePasswordReset(customerId);
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
        { kind: "text", text: t.text },
        { kind: "button", label: t.button, url: shopLink(deps, locale, "/reset-password", { token }) },
        { kind: "small", text: t.note },
      ],
    },
  };
}
