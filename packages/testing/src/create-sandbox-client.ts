import type {
  PendingWebhook,
  SandboxClient,
  SandboxClock,
  SandboxMail,
  SupplierOrder,
  WebhookDelivery,
} from "./sandbox-client.ts";

/** Speaks to the control endpoints of a running sandbox. */
export function createSandboxClient(url: string): SandboxClient {
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/control${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The sandbox refused ${method} ${path}: ${response.status} ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }
  const tell = async (method: string, path: string, body?: unknown) => void (await ask(method, path, body));

  return {
    reset: () => tell("POST", "/reset"),
    tick: () => tell("POST", "/tick"),
    clock: {
      get: () => ask<SandboxClock>("GET", "/clock"),
      set: (clock) => tell("PUT", "/clock", clock),
      advance: (ms, withWall = false) => tell("POST", "/clock/advance", { ms, wall: withWall }),
    },
    suppliers: {
      set: (supplier, behavior) => tell("PUT", `/suppliers/${supplier}`, behavior),
      setEvidence: (id, live) => tell("PUT", `/evidence/${id}`, { live }),
      setPage: (id, page) => tell("PUT", `/evidence/${id}`, { page }),
      readPage: (id) => ask("GET", `/evidence/${id}`),
      orders: async (supplier) =>
        (await ask<{ orders: SupplierOrder[] }>("GET", `/suppliers/${supplier}/orders`)).orders,
    },
    channels: {
      set: (platform, handle, state) => tell("PUT", `/channels/${platform}/${encodeURIComponent(handle)}`, state),
      withdrawConsent: (platform, handle) => tell("DELETE", `/consents/${platform}/${encodeURIComponent(handle)}`),
    },
    platforms: { set: (platform, mode) => tell("PUT", `/platforms/${platform}`, { mode }) },
    webhooks: {
      setTargets: (targets) => tell("PUT", "/webhooks", targets),
      setMode: (mode) => tell("PUT", "/webhook-mode", mode),
      flush: (order) => tell("POST", "/webhooks/flush", order ? { order } : {}),
      pending: async () => (await ask<{ pending: PendingWebhook[] }>("GET", "/webhooks/pending")).pending,
      log: async () => (await ask<{ log: WebhookDelivery[] }>("GET", "/webhooks/log")).log,
    },
    mailbox: {
      list: async (to) => {
        const query = to === undefined ? "" : `?to=${encodeURIComponent(to)}`;
        return (await ask<{ messages: SandboxMail[] }>("GET", `/mailbox${query}`)).messages;
      },
      set: (mode) => tell("PUT", "/mailbox", { mode }),
      clear: () => tell("DELETE", "/mailbox"),
    },
    stripe: {
      set: (mode, hangMs) => tell("PUT", "/stripe", { mode, hangMs }),
      closeDispute: (charge, status) => tell("POST", `/stripe/disputes/${charge}/close`, { status }),
    },
    objectStore: { set: (mode) => tell("PUT", "/s3", { mode }) },
  };
}
