import type { Locale } from "@smplat/contracts/vocabulary";
import type { Tx } from "#infrastructure/database";
import type { Claim } from "#modules/channel-ownership";
import type { MailDeps } from "../mail-deps.ts";
import type { MailTask } from "../mail-task.ts";
import { shopLink } from "../shop-links.ts";
import type { WrittenMail } from "../write-mail.ts";

type ChannelTask = Extract<MailTask, { claimId: string }>;

interface Notice {
  readonly subject: (channel: string) => string;
  readonly preview: string;
  readonly text: (channel: string, until: string) => string;
  readonly button: string;
}

const notices: Readonly<Record<ChannelTask["template"], Readonly<Record<Locale, Notice>>>> = {
  "channel-lost": {
    en: {
      subject: (channel) => `${channel} was proven by somebody else`,
      preview: "It no longer counts as yours here.",
      text: (channel) =>
        `Somebody else showed that ${channel} is theirs, so it no longer counts as yours here. If it is still your channel, look at who can change its description, then prove it again: the latest proof counts.`,
      button: "Prove it again",
    },
    de: {
      subject: (channel) => `${channel} wurde von jemand anderem nachgewiesen`,
      preview: "Der Kanal gilt hier nicht mehr als deiner.",
      text: (channel) =>
        `Jemand anderes hat nachgewiesen, dass ${channel} ihm gehört. Der Kanal gilt hier darum nicht mehr als deiner. Ist er es noch, dann prüfe, wer seine Beschreibung ändern kann, und weise ihn erneut nach: Der neueste Nachweis zählt.`,
      button: "Erneut nachweisen",
    },
  },
  "channel-proof-expiring": {
    en: {
      subject: (channel) => `Prove ${channel} again`,
      preview: "A proof counts for 90 days.",
      text: (channel, until) =>
        `Your proof that ${channel} is yours counts until ${until}. Prove it again before, so that products made for proven channels stay open to you. It takes a minute.`,
      button: "Prove it again",
    },
    de: {
      subject: (channel) => `Weise ${channel} erneut nach`,
      preview: "Ein Nachweis gilt 90 Tage.",
      text: (channel, until) =>
        `Dein Nachweis, dass ${channel} dir gehört, gilt bis ${until}. Erneuere ihn vorher, damit dir Produkte für nachgewiesene Kanäle offen bleiben. Es dauert eine Minute.`,
      button: "Erneut nachweisen",
    },
  },
  "channel-proof-lapsed": {
    en: {
      subject: (channel) => `The proof of ${channel} no longer counts`,
      preview: "Prove it again when you need it.",
      text: (channel) =>
        `Your proof that ${channel} is yours no longer counts: it is older than 90 days, or another channel has that name now. Orders go on as they are. Prove it again when you want to buy a product made for proven channels.`,
      button: "To your channels",
    },
    de: {
      subject: (channel) => `Der Nachweis für ${channel} gilt nicht mehr`,
      preview: "Erneuere ihn, wenn du ihn brauchst.",
      text: (channel) =>
        `Dein Nachweis, dass ${channel} dir gehört, gilt nicht mehr: Er ist älter als 90 Tage, oder ein anderer Kanal trägt jetzt diesen Namen. Bestellungen laufen unverändert weiter. Erneuere ihn, wenn du ein Produkt für nachgewiesene Kanäle kaufen möchtest.`,
      button: "Zu deinen Kanälen",
    },
  },
};

/**
 * Tells somebody with an account what became of their proof of a channel. Guests have no address of their own, and
 * what was proven again meanwhile needs no mail.
 */
export async function writeChannelNotice(deps: MailDeps, tx: Tx, task: ChannelTask): Promise<WrittenMail | null> {
  const claim = await deps.channelOwnership.findClaim(tx, task.claimId);
  if (claim === null || (claim.state === "proven") !== (task.template === "channel-proof-expiring")) return null;
  const contact = await deps.customers.findContact(tx, claim.ownerId);
  return contact === null ? null : write(deps, claim, notices[task.template][contact.locale], contact);
}

function write(
  deps: MailDeps,
  claim: Claim,
  notice: Notice,
  { email, locale }: { readonly email: string; readonly locale: Locale },
): WrittenMail {
  const channel = `@${claim.handle}`;
  const until = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "Europe/Berlin" }).format(
    claim.expiresAt,
  );
  const subject = notice.subject(channel);
  const url = shopLink(deps, locale, "/account/channels", { channel: claim.accountId });
  return {
    to: email,
    locale,
    letter: {
      subject,
      preview: notice.preview,
      heading: subject,
      blocks: [
        { kind: "text", text: notice.text(channel, until) },
        { kind: "button", label: notice.button, url },
      ],
    },
  };
}
