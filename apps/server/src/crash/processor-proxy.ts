import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The steps of a charge at which something may happen: on its way, done but not told, told. */
export const chargeSteps = ["before-processor", "processor-accepted", "answer-sent"] as const;
export type ChargeStep = (typeof chargeSteps)[number];

/** Stands between the shop and the card processor and tells when a charge reaches which step. */
export interface ProcessorProxy {
  readonly url: string;
  /** Called at each step of each charge; the request goes on when it resolves. */
  onCharge(listener: (step: ChargeStep) => Promise<void>): void;
  close(): Promise<void>;
}

/** @param target origin of the processor */
export async function startProcessorProxy(target: string): Promise<ProcessorProxy> {
  let listener: (step: ChargeStep) => Promise<void> = async () => undefined;
  const server = createServer((incoming, outgoing) => {
    pass(target, incoming, outgoing, (step) => listener(step)).catch(() => outgoing.destroy());
  });
  // A caller that was killed in the middle is what this is for: its broken connection is no news.
  server.on("connection", (socket) => socket.on("error", () => undefined));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onCharge: (next) => {
      listener = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function pass(
  target: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  tell: (step: ChargeStep) => Promise<void>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const isCharge = incoming.method === "POST" && incoming.url === "/v1/payment_intents";
  if (isCharge) await tell("before-processor");
  if (incoming.socket.destroyed) return;
  const answer = await fetch(`${target}${incoming.url}`, {
    method: incoming.method ?? "GET",
    headers: forwarded(incoming),
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (isCharge) await tell("processor-accepted");
  const { "content-encoding": _, "transfer-encoding": __, ...headers } = Object.fromEntries(answer.headers);
  outgoing.writeHead(answer.status, { ...headers, "content-length": body.byteLength });
  await new Promise<void>((resolve) => outgoing.end(body, () => resolve()));
  if (isCharge) await tell("answer-sent");
}

const ownOfTheConnection = new Set(["host", "connection", "content-length", "transfer-encoding", "keep-alive"]);

function forwarded({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !ownOfTheConnection.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
