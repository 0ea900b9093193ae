import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import type { MailDeps } from "../mail-deps.ts";
import { shopLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";

interface Notice {
  readonly subject: string;
  readonly preview: string;
  readonly text: string;
  readonly button: string;
}
type Notices = Readonly<Record<Locale, Notice>>;

const passwordChanged: Notices = {
  en: {
    subject: "Your password was changed",
    preview: "Was this you?",
    text: "The password of your account was changed and every session ended. If this wasn't you, set a new password now.",
    button: "Set a new password",
  },
  de: {
    subject: "Dein Passwort wurde geändert",
    preview: "Warst du das?",
    text: "Das Passwort deines Kontos wurde geändert und jede Sitzung beendet. Warst du das nicht, setze jetzt ein neues Passwort.",
    button: "Neues Passwort setzen",
  },
};

const signUpRepeated: Notices = {
  en: {
    subject: "You already have an account",
    preview: "Somebody tried to sign up with your address.",
    text: "Somebody, perhaps you, tried to open an account with this address. There is one already, so you can just sign in.",
    button: "Sign in",
  },
  de: {
    subject: "Du hast schon ein Konto",
    preview: "Jemand wollte sich mit deiner Adresse anmelden.",
    text: "Jemand, vielleicht du, wollte mit dieser Adresse ein Konto eröffnen. Es gibt schon eines; du kannst dich einfach anmelden.",
    button: "Anmelden",
  },
};

/** Tells the owner of an account that its password is a new one. */
export const writePasswordChanged = (deps: MailDeps, tx: Tx, customerId: string): Promise<WrittenMail | null> =>
  writeNotice(deps, tx, customerId, { notices: passwordChanged, path: "/forgot-password" });

/** Tells the owner of an address, and nobody else, that it has an account. */
export const writeSignUpRepeated = (deps: MailDeps, tx: Tx, customerId: string): Promise<WrittenMail | null> =>
  writeNotice(deps, tx, customerId, { notices: signUpRepeated, path: "/login" });

async function writeNotice(
  deps: MailDeps,
  tx: Tx,
  customerId: string,
  { notices, path }: { notices: Notices; path: string },
): Promise<WrittenMail | null> {
  const contact = await deps.customers.findContact(tx, customerId);
  if (contact === null) return null;
  const { email, locale } = contact;
  const { subject, preview, text, button } = notices[locale];
  return {
    to: email,
    locale,
    letter: {
      subject,
      preview,
      heading: subject,
      blocks: [
        { kind: "text", text },
        { kind: "button", label: button, url: shopLink(deps, locale, path) },
      ],
    },
  };
}
