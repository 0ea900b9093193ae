export { type Mail, type MailAttachment, type Mailer, MailRefused } from "./mailer.ts";
export { createSmtpMailer } from "./smtp-mailer.ts";
