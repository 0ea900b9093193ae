import type { Platform } from "@smplat/contracts/vocabulary";

/** The outside world as the history needs it: it keeps the same time and can be told to behave. */
export interface HistoryWorld {
  /** Sets its business time, which then runs at `rate` (0: stands still). What is due by then has happened. */
  setTime(at: Date, rate: number): Promise<void>;
  /** Keeps the processor's messages back, or sends them and waits for the answers. */
  holdMessages(hold: boolean): Promise<void>;
  /** Ends the dispute about a payment; its message has arrived. */
  closeDispute(intentId: string, status: "won" | "lost"): Promise<void>;
  /** Lets a channel's owner write something about it. */
  describeChannel(platform: Platform, handle: string, bio: string): Promise<void>;
  /** Takes a piece of evidence down: its page is gone, and the supplier no longer counts it. */
  takeDown(evidenceUrl: string): Promise<void>;
  /** Throws away every mail it has. */
  emptyMailbox(): Promise<void>;
}

/** Where the sandbox is told things, and its processor's own API. */
export interface HistoryWorldOptions {
  readonly sandboxUrl: string;
  readonly processor: { readonly apiUrl: string; readonly secretKey: string };
}

/** The sandbox, by its control endpoints. */
export function createHistoryWorld({ sandboxUrl, processor }: HistoryWorldOptions): HistoryWorld {
  const tell = (method: string, path: string, body?: unknown) =>
    ask(`${sandboxUrl}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
  return {
    setTime: async (at, rate) => {
      await tell("PUT", "/clock", { wall: new Date().toISOString(), business: at.toISOString(), rate });
    },
    holdMessages: async (hold) => {
      await tell("PUT", "/webhook-mode", { hold });
    },
    closeDispute: async (intentId, status) => {
      const headers = { authorization: `Bearer ${processor.secretKey}` };
      const intent = await ask(`${processor.apiUrl}/v1/payment_intents/${intentId}`, { headers });
      const charge = (JSON.parse(intent) as { latest_charge: string }).latest_charge;
      await tell("POST", `/stripe/disputes/${charge}/close`, { status });
      await tell("POST", "/tick");
    },
    describeChannel: async (platform, handle, bio) => {
      await tell("PUT", `/channels/${platform}/${encodeURIComponent(handle)}`, { bio });
    },
    takeDown: async (evidenceUrl) => {
      const id = new URL(evidenceUrl).pathname.split("/").at(-1) ?? "";
      await tell("PUT", `/evidence/${id}`, { live: false });
    },
    emptyMailbox: async () => {
      await tell("DELETE", "/mailbox");
    },
  };
}

async function ask(url: string, init: RequestInit): Promise<string> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The sandbox refused ${init.method ?? "GET"} ${url}: ${answer.status} ${text}`);
  return text;
}
