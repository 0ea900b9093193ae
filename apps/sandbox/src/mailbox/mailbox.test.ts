import { createConnection, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../start-sandbox.ts";
import { callJson } from "../testing/call-json.ts";
import type { MailMessage } from "./mailbox-state.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  await sandbox.stop();
});

const message = [
  "From: Smplat <shop@smplat.example>",
  "To: ada@example.com",
  "Subject: =?UTF-8?Q?Your_order_=E2=9C=93?=",
  'Content-Type: multipart/alternative; boundary="b"',
  "",
  "--b",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Thank you, Ada.",
  "--b",
  "Content-Type: text/html; charset=utf-8",
  "",
  "<p>Thank you, <script>alert(1)</script>Ada.</p>",
  "--b--",
];

/** Speaks plain SMTP and returns the reply codes. */
async function sendMail(port: number): Promise<string[]> {
  const socket: Socket = createConnection(port, "127.0.0.1");
  const lines = [
    "EHLO test",
    "MAIL FROM:<shop@smplat.example>",
    "RCPT TO:<Ada@example.com>",
    "DATA",
    [...message, "."].join("\r\n"),
    "QUIT",
  ];
  const codes: string[] = [];
  for await (const line of createInterface({ input: socket })) {
    if (!/^\d{3} /.test(line)) {
      continue;
    }
    codes.push(line.slice(0, 3));
    const next = line.startsWith("4") || line.startsWith("5") ? "QUIT" : lines.shift();
    if (next === undefined || line.startsWith("221")) {
      break;
    }
    socket.write(`${next}\r\n`);
  }
  socket.destroy();
  return codes;
}

test("mail sent by SMTP is in the mailbox with both its parts, found by recipient", async () => {
  expect(await sendMail(sandbox.smtpPort)).toContain("354");
  const url = `${sandbox.url}/mailbox/api/messages`;
  const { body } = await callJson<{ messages: MailMessage[] }>(`${url}?to=ada@example.com`);
  expect(body.messages).toMatchObject([{ subject: "Your order ✓", to: ["ada@example.com"], text: "Thank you, Ada." }]);
  expect((await callJson<{ messages: MailMessage[] }>(`${url}?to=bob@example.com`)).body.messages).toEqual([]);
  const id = body.messages[0]?.id;
  const page = await (await fetch(`${sandbox.url}/mailbox/${id}`)).text();
  expect(page).toContain("Thank you, Ada.");
  const content = await fetch(`${sandbox.url}/mailbox/${id}/html`);
  expect(content.headers.get("content-security-policy")).toContain("sandbox");
  await content.text();
});

test("a mailbox told to refuse for now answers 451 and keeps nothing", async () => {
  await callJson(`${sandbox.url}/control/mailbox`, { method: "DELETE" });
  await callJson(`${sandbox.url}/control/mailbox`, { method: "PUT", json: { mode: "reject-temporarily" } });
  expect(await sendMail(sandbox.smtpPort)).toContain("451");
  const { body } = await callJson<{ messages: MailMessage[] }>(`${sandbox.url}/control/mailbox`);
  expect(body.messages).toEqual([]);
});
