import type { Channel } from "@smplat/contracts";
import { ApiProblem } from "@smplat/contracts/client";
import type { Locale } from "@smplat/contracts/vocabulary";
import { api } from "#api/server-client.ts";

export type ChannelListing =
  | { readonly status: "ready"; readonly channels: readonly Channel[]; readonly asOf: string | null }
  | { readonly status: "staff" }
  | { readonly status: "failed" };

/** The visitor's channels. Somebody nobody knows yet has none; staff have no channels of their own. */
export async function loadChannels(locale: Locale): Promise<ChannelListing> {
  try {
    const { items, asOf } = await api().channels.list({ query: { locale } });
    return { status: "ready", channels: items, asOf };
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status === 401)
      return { status: "ready", channels: [], asOf: null };
    if (error instanceof ApiProblem && error.problem.status === 403) return { status: "staff" };
    return { status: "failed" };
  }
}
