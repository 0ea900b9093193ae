import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/**
 * The address a request came from. `X-Forwarded-For` is believed only as far back as there are proxies of ours: each
 * appends the address it saw, so the client is that many places from the end.
 */
export function clientAddress(context: Context, trustedProxies: number): string {
  const bindings = context.env as Partial<HttpBindings> | undefined;
  const peer = bindings?.incoming?.socket.remoteAddress ?? "unknown";
  if (trustedProxies === 0) return peer;
  const chain = (context.req.header("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return chain.at(-trustedProxies) ?? peer;
}
