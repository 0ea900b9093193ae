import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The steps of a call at which something may happen: on its way, done but not told, told. */
export const callSteps = ["before-call", "call-accepted", "answer-sent"] as const;
export type CallStep = (typeof callSteps)[number];

/** Stands between the shop and somebody outside and tells when a watched call reaches which step. */
export interface WatchedProxy {
  readonly url: string;
  /** Called at each step of each watched call; the request goes on when it resolves. */
  onCall(listener: (step: CallStep) => Promise<void>): void;
  close(): Promise<void>;
}

/**
 * @param target origin behind the proxy
 * @param isWatched which calls are the ones that must happen once
 */
export async function startWatchedProxy(
  target: string,
  isWatched: (call: Pick<IncomingMessage, "method" | "url">) => boolean,
): Promise<WatchedProxy> {
  let listener: (step: CallStep) => Promise<void> = async () => undefined;
  const server = createServer((incoming, outgoing) => {
    const tell = isWatched(incoming) ? (step: CallStep) => listener(step) : async () => undefined;
    pass(target, incoming, outgoing, tell).catch(() => outgoing.destroy());
  });
  // A caller that was killed in the middle is what this is for: its broken connection is no news.
  server.on("connection", (socket) => socket.on("error", () => undefined));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onCall: (next) => {
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
  tell: (step: CallStep) => Promise<void>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  await tell("before-call");
  if (incoming.socket.destroyed) return;
  const answer = await fetch(`${target}${incoming.url}`, {
    method: incoming.method ?? "GET",
    headers: forwarded(incoming),
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  await tell("call-accepted");
  const { "content-encoding": _, "transfer-encoding": __, ...headers } = Object.fromEntries(answer.headers);
  outgoing.writeHead(answer.status, { ...headers, "content-length": body.byteLength });
  await new Promise<void>((resolve) => outgoing.end(body, () => resolve()));
  await tell("answer-sent");
}

const ownOfTheConnection = new Set(["host", "connection", "content-length", "transfer-encoding", "keep-alive"]);

function forwarded({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !ownOfTheConnection.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
