import { type Client, type Contract, createClient } from "@smplat/contracts";

/** Anything that answers requests without a port, e.g. the app of `apps/server`. */
interface App {
  request(url: string, init: RequestInit): Response | Promise<Response>;
}

/** A browser at the shop: keeps cookies, sends what a browser sends, and reads every answer strictly. */
export interface TestVisitor<C extends Contract> {
  readonly api: Client<C>;
  /** Cookies as the browser holds them now. */
  readonly cookies: ReadonlyMap<string, string>;
  /** Every Set-Cookie value of the last answer. */
  readonly lastSetCookies: readonly string[];
  /** Sends anything, also what the typed client would not. The path is below `/api/v1`. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

const origin = "http://localhost:3000";

/** Somebody new at the shop. Throws when an answer has a field its contract does not know, or lacks one. */
export function createTestVisitor<C extends Contract>(app: App, contract: C): TestVisitor<C> {
  const cookies = new Map<string, string>();
  let lastSetCookies: readonly string[] = [];
  const request = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set("sec-fetch-site", "same-origin");
    if (cookies.size > 0) headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await app.request(url, { ...init, headers });
    lastSetCookies = response.headers.getSetCookie();
    for (const cookie of lastSetCookies) keep(cookies, cookie);
    return response;
  };
  const client = createClient<C>(contract, { baseUrl: `${origin}/api/v1`, fetch: request });
  return {
    api: strict(client, contract),
    cookies,
    get lastSetCookies() {
      return lastSetCookies;
    },
    send: async (method, path, body, headers = {}) =>
      request(`${origin}/api/v1${path}`, {
        method,
        headers: { "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
  };
}

function keep(cookies: Map<string, string>, setCookie: string): void {
  const [pair = "", ...attributes] = setCookie.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, equals);
  if (attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))) cookies.delete(name);
  else cookies.set(name, pair.slice(equals + 1));
}

type Call = (input: never) => Promise<unknown>;

function strict<C extends Contract>(client: Client<C>, contract: C): Client<C> {
  const areas = Object.entries(contract).map(([area, endpoints]) => {
    const calls = Object.entries(endpoints).map(([name, endpoint]) => {
      const call = (client as Record<string, Record<string, Call>>)[area]?.[name];
      const checked = async (input: never) => {
        const answer = await call?.(input);
        if (endpoint.response !== undefined && endpoint.output === "json") endpoint.response.parse(answer);
        return answer;
      };
      return [name, checked];
    });
    return [area, Object.fromEntries(calls)];
  });
  return Object.fromEntries(areas);
}
