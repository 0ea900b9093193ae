import { connect, type Socket } from "node:net";

export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * One visitor: one connection that is kept, one request at a time. It knows just enough HTTP to cost little beside what
 * it measures: answers with a Content-Length, or in chunks.
 */
export function createCaller(origin: string): Caller {
  const { hostname, port } = new URL(origin);
  let socket: Socket | null = null;
  let waiting: Waiting | null = null;
  let received = Buffer.alloc(0);
  const fail = (error: Error) => {
    socket?.destroy();
    socket = null;
    waiting?.reject(error);
    waiting = null;
  };
  const open = (): Socket => {
    const opened = connect({ host: hostname, port: Number(port), noDelay: true });
    received = Buffer.alloc(0);
    opened.on("data", (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const answer = readAnswer(received);
      if (answer === null) return;
      received = Buffer.alloc(0);
      const reader = waiting;
      waiting = null;
      reader?.resolve(answer);
    });
    opened.on("error", fail);
    opened.on("close", () => {
      if (socket === opened) fail(new Error("The connection was closed"));
    });
    return opened;
  };
  const call = (head: string, body: string) =>
    new Promise<Answer>((resolve, reject) => {
      waiting = { resolve, reject };
      socket ??= open();
      socket.write(`${head}Host: ${hostname}:${port}\r\n\r\n${body}`);
    });
  return {
    get: (path) => call(`GET ${path} HTTP/1.1\r\n`, ""),
    post: (path, body, headers = {}) => {
      const text = JSON.stringify(body);
      const own = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n`;
      const given = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
      return call(`POST ${path} HTTP/1.1\r\n${own}${given.join("")}`, text);
    },
    close: () => {
      const opened = socket;
      socket = null;
      opened?.destroy();
    },
  };
}

/** The answer, or null while part of it is still on its way. */
function readAnswer(bytes: Buffer): Answer | null {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) return null;
  const [first = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const body = bodyOf(bytes.subarray(end + 4), headers);
  return body === null ? null : { status: Number(first.split(" ")[1]), headers, body };
}

function bodyOf(bytes: Buffer, headers: ReadonlyMap<string, string>): string | null {
  const length = headers.get("content-length");
  if (length !== undefined) return bytes.length < Number(length) ? null : bytes.toString("utf8");
  if (headers.get("transfer-encoding") !== "chunked") return "";
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf("\r\n", at);
    if (line === -1) return null;
    const size = Number.parseInt(bytes.toString("latin1", at, line), 16);
    if (bytes.length < line + 2 + size + 2) return null;
    if (size === 0) return Buffer.concat(chunks).toString();
    chunks.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
