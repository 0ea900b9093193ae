import { createServer } from "node:http";

/** A request as it came in. */
export interface RecordedRequest {
  headers: Record<string, string>;
  body: string;
}

/** A receiver of webhooks that keeps what it gets. */
export interface RequestRecorder {
  url: string;
  requests: RecordedRequest[];
  /** Status of the next answers, used up one by one; 200 once they are. */
  statuses: number[];
  stop(): Promise<void>;
}

/** Listens on a free loopback port. */
export async function recordRequests(): Promise<RequestRecorder> {
  const requests: RecordedRequest[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      requests.push({ headers, body: Buffer.concat(chunks).toString("utf8") });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    requests,
    statuses,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
