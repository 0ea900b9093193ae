import { createTransport } from "nodemailer";
import { checkMail } from "./check-mail.ts";
import { type Mail, type Mailer, MailRefused } from "./mailer.ts";

const connectMs = 5_000;
const silenceMs = 15_000;

/** Sends through an SMTP server; one connection per mail, so that nothing stays open between mails. */
export function createSmtpMailer(options: { readonly smtpUrl: string; readonly from: string }): Mailer {
  const transport = createTransport({
    url: options.smtpUrl,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    // A template must never be able to read a file or a web page into a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (mail) => {
      checkMail(mail);
      try {
        await transport.sendMail(messageOf(mail, options.from));
      } catch (error) {
        throw isFinal(error) ? new MailRefused("The mail server refused the mail", { cause: error }) : error;
      }
    },
  };
}

function messageOf(mail: Mail, from: string) {
  return {
    from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.messageId,
    // Answering machines stay quiet: nobody asked them.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    attachments: (mail.attachments ?? []).map(({ fileName, contentType, bytes }) => ({
      filename: fileName,
      contentType,
      content: Buffer.from(bytes),
    })),
  };
}

/** SMTP: 4xx means later, 5xx means never. */
function isFinal(error: unknown): boolean {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === "number" && code >= 500;
}
