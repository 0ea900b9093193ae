import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https from "node:https";
import type { Socket } from "node:net";
import { checkEgress, isGlobalAddress } from "./egress-rules.ts";
import { OutboundFailure } from "./outbound-failure.ts";
import { type ResolveHost, resolveWithSystem, vettedLookup } from "./vetted-lookup.ts";

export interface OutboundRequest {
  readonly method?: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for the whole exchange, 10 000 when absent. */
  readonly timeoutMs?: number;
  /** Bytes of the answer's body that are read at most, 65 536 when absent. */
  readonly maxBytes?: number;
}

export interface OutboundResponse {
  readonly status: number;
  /** Names in lower case; repeated headers joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An answer of which only the head was read. */
export type OutboundHead = Pick<OutboundResponse, "status" | "headers">;

/** The only way out of the house: every address the shop calls by configuration or a person's input goes through it. */
export interface OutboundHttp {
  /**
   * Sends one request (GET when `request` says nothing else) and reads the answer, whatever its status. Never follows a redirect, never decompresses, never
   * retries. Throws {@link OutboundFailure} and nothing else.
   */
  fetch(url: string, request?: OutboundRequest): Promise<OutboundResponse>;
  /**
   * Asks for a page with GET and hangs up once status and headers are there: no byte of a body is taken, so neither its
   * size nor its encoding matters. A redirect is an answer like any other and is not followed. Throws
   * {@link OutboundFailure} and nothing else.
   */
  probe(url: string, request?: Pick<OutboundRequest, "headers" | "timeoutMs">): Promise<OutboundHead>;
  /** Closes the connections kept for reuse. */
  close(): void;
}

const timeoutMsDefault = 10_000;
const maxBytesDefault = 65_536;

/**
 * @param options.egressOrigins exact origins exempt from scheme, port and address rules: the demo's outside world
 * @param options.egressHosts hosts that are answered elsewhere, each with the origin that plays it; the request keeps
 * the host's name. Every other rule applies to the address as it was given
 * @param options.resolve finds the addresses of a host; the system's resolver when absent
 */
export function createOutboundHttp(options: {
  readonly egressOrigins: readonly string[];
  readonly egressHosts?: Readonly<Record<string, string>>;
  readonly resolve?: ResolveHost;
}): OutboundHttp {
  const exemptOrigins = new Set(options.egressOrigins.map((origin) => new URL(origin).origin));
  const resolve = options.resolve ?? resolveWithSystem;
  const agents = {
    "http:": new http.Agent({ keepAlive: true, maxSockets: 32, timeout: 30_000 }),
    "https:": new https.Agent({ keepAlive: true, maxSockets: 32, timeout: 30_000 }),
  };
  async function send<R>(address: string, request: OutboundRequest, take: (answer: IncomingMessage) => Promise<R>) {
    const checked = checkEgress(address, exemptOrigins);
    if ("refusal" in checked) throw new OutboundFailure("refused", `The address is refused: ${checked.refusal}`, false);
    const played = playedElsewhere(checked.url, options.egressHosts ?? {});
    const { url, exempt } = played === null ? checked : { url: played, exempt: true };
    const secure = url.protocol === "https:";
    const signal = AbortSignal.timeout(request.timeoutMs ?? timeoutMsDefault);
    const open = secure ? https.request : http.request;
    const outgoing = prepare(() =>
      open(url, {
        agent: secure ? agents["https:"] : agents["http:"],
        method: request.method ?? "GET",
        headers: {
          "user-agent": "smplat/1",
          ...request.headers,
          ...(played === null ? {} : { host: checked.url.host }),
          "accept-encoding": "identity",
        },
        lookup: vettedLookup(resolve, exempt),
        signal,
      }),
    );
    return exchange(outgoing, { body: request.body, exempt, signal }, take);
  }
  return {
    fetch: (address, request = {}) =>
      send(address, request, (answer) => read(answer, request.maxBytes ?? maxBytesDefault)),
    probe: (address, request = {}) => send(address, request, readHead),
    close: () => {
      agents["http:"].destroy();
      agents["https:"].destroy();
    },
  };
}

/** Where a host of the demo's world is played; null for every host of the real one. */
function playedElsewhere(url: URL, hosts: Readonly<Record<string, string>>): URL | null {
  const origin = Object.hasOwn(hosts, url.host) ? hosts[url.host] : undefined;
  return origin === undefined ? null : new URL(`${url.pathname}${url.search}`, origin);
}

/** Node refuses malformed header values and paths by throwing before anything is sent. */
function prepare(open: () => ClientRequest): ClientRequest {
  try {
    return open();
  } catch (error) {
    throw new OutboundFailure("refused", "The request can't be written", false, { cause: error });
  }
}

interface Exchange {
  readonly body: string | undefined;
  readonly exempt: boolean;
  readonly signal: AbortSignal;
}

function exchange<R>(
  outgoing: ClientRequest,
  request: Exchange,
  take: (answer: IncomingMessage) => Promise<R>,
): Promise<R> {
  return new Promise((resolve, reject) => {
    let connected = false;
    const fail = (error: unknown) => {
      reject(failureOf(error, request.signal, connected));
      outgoing.destroy();
    };
    outgoing.on("error", fail);
    outgoing.on("socket", (socket) => {
      const ready = () => {
        if (!request.exempt && !isGlobalAddress(socket.remoteAddress ?? "")) {
          fail(new OutboundFailure("refused", "The connection leads to an address that is not public", false));
          return;
        }
        connected = true;
        outgoing.end(request.body);
      };
      whenConnected(socket, outgoing.reusedSocket, ready);
    });
    outgoing.on("response", (incoming) => {
      take(incoming).then(resolve, fail);
    });
  });
}

/** The body is written only after the connected address was checked; headers wait for the body's first write. */
function whenConnected(socket: Socket, reused: boolean, ready: () => void): void {
  const event = "encrypted" in socket ? "secureConnect" : "connect";
  if (reused || !socket.connecting) ready();
  else socket.once(event, ready);
}

async function read(incoming: IncomingMessage, maxBytes: number): Promise<OutboundResponse> {
  const status = incoming.statusCode ?? 0;
  if (status >= 300 && status < 400 && status !== 304) {
    throw new OutboundFailure("redirected", `The answer is a redirect (${status})`, true);
  }
  const encoding = incoming.headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") {
    throw new OutboundFailure("unreadable", `The answer is encoded as ${encoding.slice(0, 40)}`, true);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new OutboundFailure("too-large", `The answer is larger than ${maxBytes} bytes`, true);
    chunks.push(chunk);
  }
  return { status, headers: flatten(incoming.headersDistinct), text: decode(Buffer.concat(chunks)) };
}

async function readHead(incoming: IncomingMessage): Promise<OutboundHead> {
  const head = { status: incoming.statusCode ?? 0, headers: flatten(incoming.headersDistinct) };
  incoming.destroy();
  return head;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new OutboundFailure("unreadable", "The answer is not text in UTF-8", true, { cause: error });
  }
}

function flatten(headers: NodeJS.Dict<string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, (values ?? []).join(", ")]));
}

function failureOf(error: unknown, signal: AbortSignal, connected: boolean): OutboundFailure {
  if (error instanceof OutboundFailure) return error;
  if (signal.aborted) return new OutboundFailure("timeout", "No answer in time", connected, { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  return new OutboundFailure("unreachable", `No answer: ${message}`, connected, { cause: error });
}
