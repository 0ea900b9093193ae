import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { newId } from "../seeded-random.ts";
import type { World } from "../world.ts";
import type { MailMessage } from "./mailbox-state.ts";

const messagesKept = 500;
const maxBytes = 10 * 1024 * 1024;

/** A mail server on loopback that keeps what it is given. */
export interface SmtpReceiver {
  port: number;
  stop(): Promise<void>;
}

/** An SMTP refusal: 4xx asks the sender to try again, 5xx not to. */
class SmtpRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

async function readMessage(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<MailMessage> {
  const parsed = await simpleParser(stream);
  const headers = parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(":") + 1).trim()]);
  return {
    id: newId("mail", 12),
    receivedAt: new Date().toISOString(),
    from: parsed.from?.text ?? (session.envelope.mailFrom ? session.envelope.mailFrom.address : ""),
    to: session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase()),
    subject: parsed.subject ?? "",
    html: parsed.html || null,
    text: parsed.text ?? null,
    headers: Object.fromEntries(headers),
    attachments: parsed.attachments.map((attachment) => ({
      filename: attachment.filename ?? "attachment",
      contentType: attachment.contentType,
      size: attachment.size,
      content: attachment.content.toString("base64"),
    })),
  };
}

function refusalOf(world: World): SmtpRefusal | undefined {
  const { mode } = world.state.mailbox;
  if (mode === "reject-temporarily") {
    return new SmtpRefusal(451, "Try again later");
  }
  return mode === "reject" ? new SmtpRefusal(550, "Mailbox unavailable") : undefined;
}

function keep(world: World, message: MailMessage): void {
  const { messages } = world.state.mailbox;
  messages.push(message);
  messages.splice(0, Math.max(0, messages.length - messagesKept));
  world.changed();
}

/** Listens for mail on 127.0.0.1, without authentication or TLS. */
export async function startSmtpReceiver(world: World, port: number): Promise<SmtpReceiver> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: maxBytes,
    closeTimeout: 1_000,
    logger: false,
    onRcptTo: (_address, _session, callback) => callback(refusalOf(world)),
    onData: (stream, session, callback) => {
      readMessage(stream, session).then(
        (message) => {
          keep(world, message);
          callback(null);
        },
        (error: unknown) => callback(error instanceof Error ? error : new SmtpRefusal(451, String(error))),
      );
    },
  });
  // A sender that vanishes mid-message is its own trouble, not the sandbox's.
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
