import { Agent, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): void;
}

/** One visitor: one connection that is kept, one request at a time. */
export function createCaller(origin: string): Caller {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = (method: string, path: string, headers: Record<string, string | number>, body: string | null) =>
    new Promise<Answer>((resolve, reject) => {
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
        response.on("error", reject);
      });
      sent.on("error", reject);
      sent.end(body ?? undefined);
    });
  return {
    get: (path) => call("GET", path, {}, null),
    post: (path, body, headers = {}) => {
      const text = JSON.stringify(body);
      const own = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
      return call("POST", path, { ...own, ...headers }, text);
    },
    close: () => agent.destroy(),
  };
}
