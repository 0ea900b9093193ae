import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSocketServer, type Socket } from "node:net";
import { createCaller } from "./http-caller.ts";

/**
 * The outside world at the least cost: a card processor that takes every card, in Stripe's wire format, and sends its
 * signed webhook; and a mailbox that accepts everything. Prints its ports, then stands still.
 */
const [secret = "", target = ""] = process.argv.slice(2);
const webhooks = createCaller(target);
let waiting: (() => Promise<void>)[] = [];
let sending = false;

const processor = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => answer(request, Buffer.concat(chunks).toString(), response));
});

const mailbox = createSocketServer(receiveMail);

processor.listen(0, "127.0.0.1", () => {
  mailbox.listen(0, "127.0.0.1", () => {
    process.stdout.write(`${JSON.stringify({ processor: portOf(processor), mailbox: portOf(mailbox) })}\n`);
  });
});

const portOf = (server: { address(): unknown }) => (server.address() as { port: number }).port;

function answer(request: IncomingMessage, body: string, response: ServerResponse): void {
  if (request.method === "GET" && request.url?.startsWith("/v1/payment_methods/") === true) {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(cardOf(request.url)));
    return;
  }
  if (request.method !== "POST" || request.url !== "/v1/payment_intents") {
    response.writeHead(404).end();
    return;
  }
  const intent = intentOf(new URLSearchParams(body));
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(intent));
  waiting.push(() => announce(intent));
  void send();
}

/** A card of its own for each buyer: a bench of one shared card would be a bench of suspicion. */
const cardOf = (url: string) => ({
  id: url.slice(url.lastIndexOf("/") + 1),
  object: "payment_method",
  type: "card",
  card: { brand: "visa", country: "DE", fingerprint: randomUUID(), last4: "4242" },
});

function intentOf(form: URLSearchParams) {
  const amount = Number(form.get("amount"));
  return {
    id: `pi_${randomUUID().replaceAll("-", "")}`,
    object: "payment_intent",
    amount,
    amount_received: amount,
    currency: form.get("currency"),
    status: "succeeded",
    last_payment_error: null,
    next_action: null,
    metadata: { paymentId: form.get("metadata[paymentId]"), orderId: form.get("metadata[orderId]") },
  };
}

/** One after the other over one connection, as they come. */
async function send(): Promise<void> {
  if (sending) return;
  sending = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    for (const announcement of batch) await announcement();
  }
  sending = false;
}

async function announce(intent: ReturnType<typeof intentOf>): Promise<void> {
  const created = Math.floor(Date.now() / 1000);
  const event = {
    id: `evt_${randomUUID().replaceAll("-", "")}`,
    object: "event",
    created,
    type: "payment_intent.succeeded",
    data: { object: intent },
  };
  const text = JSON.stringify(event);
  const signature = createHmac("sha256", secret).update(`${created}.${text}`).digest("hex");
  const { status } = await webhooks.post("/api/v1/webhooks/stripe", event, {
    "stripe-signature": `t=${created},v1=${signature}`,
  });
  if (status !== 200) process.stderr.write(`The webhook was answered with ${status}\n`);
}

function receiveMail(socket: Socket): void {
  let inMessage = false;
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("error", () => undefined);
  socket.write("220 bench\r\n");
  socket.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (inMessage) {
        if (line !== ".") continue;
        inMessage = false;
        socket.write("250 kept\r\n");
      } else if (/^DATA/i.test(line)) {
        inMessage = true;
        socket.write("354 go on\r\n");
      } else if (/^QUIT/i.test(line)) {
        socket.end("221 bye\r\n");
      } else {
        socket.write("250 bench\r\n");
      }
    }
  });
}
