import { createServer, type Server } from "node:net";
import { type Sandbox, startSandbox } from "@smplat/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mail, type Mailer, MailRefused } from "./mailer.ts";
import { createSmtpMailer } from "./smtp-mailer.ts";

let sandbox: Sandbox;
let mailer: Mailer;

beforeAll(async () => {
  sandbox = await startSandbox();
  mailer = createSmtpMailer({ smtpUrl: sandbox.smtpUrl, from: "Smplat <hello@smplat.example>" });
}, 60_000);
afterAll(() => sandbox.stop());

const mail: Mail = {
  to: "käufer@example.org",
  subject: "Deine Bestellung: 49,00 € für Größe",
  html: "<p>Grüße</p>",
  text: "Grüße",
  messageId: "<ntf_1@smplat.example>",
};

test("a mail arrives whole: umlauts, both parts, its id and its attachment", async () => {
  const bytes = new TextEncoder().encode("%PDF");
  const attachments = [{ fileName: "invoice-1.pdf", contentType: "application/pdf", bytes }];
  await mailer.send({ ...mail, to: "buyer@example.org", attachments });
  const [arrived] = await sandbox.control.mailbox.list("buyer@example.org");
  expect(arrived).toMatchObject({
    subject: mail.subject,
    headers: { "message-id": mail.messageId },
    attachments: [{ filename: "invoice-1.pdf", contentType: "application/pdf", size: 4 }],
  });
  expect(arrived?.html).toContain("Grüße");
  expect(arrived?.text).toContain("Grüße");
});

test.each<[string, Partial<Mail>]>([
  ["a line break in the subject", { subject: "Hello\r\nBcc: everybody@example.org" }],
  ["a line feed in the subject", { subject: "Hello\nBcc: everybody@example.org" }],
  ["a NUL in the subject", { subject: "Hello\u0000" }],
  ["an empty subject", { subject: " " }],
  ["two addresses", { to: "a@example.org, b@example.org" }],
  ["a name around the address", { to: "Somebody <a@example.org>" }],
  ["a line break in the address", { to: "a@example.org\r\nBcc: b@example.org" }],
  ["a line break in the message id", { messageId: "<a@b>\r\nX: y" }],
  [
    "a line break in an attachment's name",
    { attachments: [{ fileName: 'a"\r\nX: y.pdf', contentType: "application/pdf", bytes: new Uint8Array() }] },
  ],
])("%s is refused and nothing is sent", async (_, change) => {
  await sandbox.control.mailbox.clear();
  await expect(mailer.send({ ...mail, to: "buyer@example.org", ...change })).rejects.toThrow(MailRefused);
  expect(await sandbox.control.mailbox.list()).toEqual([]);
});

test("a refusal for good is told apart from one that may pass", async () => {
  await sandbox.control.mailbox.set("reject");
  await expect(mailer.send({ ...mail, to: "buyer@example.org" })).rejects.toThrow(MailRefused);
  await sandbox.control.mailbox.set("reject-temporarily");
  await expect(mailer.send({ ...mail, to: "buyer@example.org" })).rejects.not.toThrow(MailRefused);
  await sandbox.control.mailbox.set("normal");
});

test("a mail server that is not there fails the sending, which may be tried again", async () => {
  const port = await unusedPort();
  const nobody = createSmtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "a@b.example" });
  await expect(nobody.send({ ...mail, to: "buyer@example.org" })).rejects.not.toThrow(MailRefused);
});

async function unusedPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : expect.fail("no port");
}
