import { type ApiContract, type Client, contract, createClient } from "@smplat/contracts";
import { Untruth } from "./untruth.ts";

/** Somebody who uses the public API and nothing else. Every answer is read strictly against the contract. */
export interface Shopper {
  readonly api: Client<ApiContract>;
  /** Whether the shop gave this visitor a guest's secret. */
  isGuest(): boolean;
}

const timeoutMs = 30_000;

/** A new visitor without cookies; the guest's secret travels in `X-Guest-Token`. */
export function createShopper(baseUrl: string): Shopper {
  let secret: string | null = null;
  const client = createClient<ApiContract>(contract, {
    baseUrl,
    fetch: (url, init) => fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(timeoutMs) }),
    headers: () => (secret === null ? {} : { "x-guest-token": secret }),
    onResponse: (response) => {
      secret = response.headers.get("x-guest-token") ?? secret;
    },
  });
  return { api: strict(client), isGuest: () => secret !== null };
}

type Call = (input: never) => Promise<unknown>;

/** The same client, refusing an answer with a field too many or too few. */
function strict(client: Client<ApiContract>): Client<ApiContract> {
  const areas = Object.entries(contract).map(([area, endpoints]) => {
    const calls = Object.entries(endpoints).map(([name, endpoint]) => {
      const call = (client as Record<string, Record<string, Call>>)[area]?.[name];
      const checked = async (input: never) => {
        const answer = await call?.(input);
        if (endpoint.response === undefined || endpoint.output !== "json") return answer;
        const read = endpoint.response.safeParse(answer);
        if (read.success) return answer;
        const issue = read.error.issues[0];
        throw new Untruth(
          `an answer of ${endpoint.method} ${endpoint.path} as the contract has it`,
          `${issue?.path.join(".")}: ${issue?.message}`,
        );
      };
      return [name, checked];
    });
    return [area, Object.fromEntries(calls)];
  });
  return Object.fromEntries(areas);
}
