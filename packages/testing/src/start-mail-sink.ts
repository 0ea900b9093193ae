import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createInterface } from "node:readline";

/** A mail server that takes every mail and keeps none: for tests that are not about mails. */
export interface MailSink {
  readonly smtpUrl: string;
  stop(): Promise<void>;
}

export async function startMailSink(): Promise<MailSink> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => socket.destroy());
    converse(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The mail sink has no port");
  return {
    smtpUrl: `smtp://127.0.0.1:${address.port}`,
    stop: async () => {
      const closed = once(server, "close");
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** The few words of SMTP a sender needs to hear. */
function converse(socket: Socket): void {
  let inMail = false;
  const say = (answer: string) => socket.write(`${answer}\r\n`);
  say("220 sink");
  const lines = createInterface({ input: socket });
  // The reader repeats the socket's error as its own; a sender that was killed is no news.
  lines.on("error", () => undefined);
  lines.on("line", (line) => {
    if (inMail) {
      if (line !== ".") return;
      inMail = false;
      say("250 taken");
    } else if (/^data/i.test(line)) {
      inMail = true;
      say("354 go on");
    } else if (/^quit/i.test(line)) {
      socket.end("221 bye\r\n");
    } else say("250 ok");
  });
}
