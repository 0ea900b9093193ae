import { type Mail, MailRefused } from "./mailer.ts";

const address = /^[^\s@<>"',;:\\()[\]]{1,64}@[^\s@<>"',;:\\()[\]]{1,253}$/u;
const messageId = /^<[\w.-]+@[\w.-]+>$/;
const fileName = /^[\w. -]{1,120}$/;

/** Throws {@link MailRefused} for a mail whose headers could be read as more than they are. */
export function checkMail(mail: Mail): void {
  refuseUnless(address.test(mail.to) && mail.to.length <= 254, "the address");
  refuseUnless(
    !hasControlCharacter(mail.subject) && mail.subject.trim() !== "" && mail.subject.length <= 200,
    "the subject",
  );
  refuseUnless(messageId.test(mail.messageId), "the message id");
  for (const attachment of mail.attachments ?? []) {
    refuseUnless(fileName.test(attachment.fileName), "an attachment's name");
    refuseUnless(!hasControlCharacter(attachment.contentType), "an attachment's type");
  }
}

function refuseUnless(fine: boolean, what: string): void {
  if (!fine) throw new MailRefused(`A mail was not sent: ${what} is not well-formed`);
}

/** Line breaks in all their forms and everything else that ends or hides a header. */
function hasControlCharacter(text: string): boolean {
  return Array.from(text).some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029;
  });
}
