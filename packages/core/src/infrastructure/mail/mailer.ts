/** Sends one mail. The only way out for mails. */
export interface Mailer {
  /**
   * Hands a mail to the mail server. Throws {@link MailRefused} when it never will be taken, any other error when it
   * may be later.
   */
  send(mail: Mail): Promise<void>;
}

export interface Mail {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  /** The same in plain text. */
  readonly text: string;
  /** `<id@host>`, the same for every try: a mail server or a reader can tell a repeated mail. */
  readonly messageId: string;
  readonly attachments?: readonly MailAttachment[];
}

export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** The mail is not one we send, or the server refused it for good: trying again changes nothing. */
export class MailRefused extends Error {
  override readonly name = "MailRefused";
}
