import type { ApiContract } from "@smplat/contracts";
import { ApiProblem, type Client, createClient } from "@smplat/contracts/client";
import { routes } from "@smplat/contracts/routes";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { config } from "#config.ts";

const forwarded = ["cookie", "x-request-id", "x-forwarded-for", "user-agent"] as const;
const timeoutMs = 10_000;

/** The API as the visitor of this request sees it. For server components; each render gets its own. */
export const api = cache(
  (): Client<ApiContract> =>
    createClient<ApiContract>(routes, {
      baseUrl: `${config.apiOrigin}/api/v1`,
      headers: async () => {
        const incoming = await headers();
        const own: Record<string, string> = {};
        for (const name of forwarded) {
          const value = incoming.get(name);
          if (value !== null) own[name] = value;
        }
        return own;
      },
      fetch: (url, init) => fetch(url, { cache: "no-store", signal: AbortSignal.timeout(timeoutMs), ...init }),
    }),
);

/** Turns "there is no such thing" into the page for it; every other failure goes on to the error page. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && (error.problem.status === 404 || error.problem.status === 422)) notFound();
    throw error;
  }
}

/** For parts a page can do without: their failure leaves them out instead of taking the page down. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
