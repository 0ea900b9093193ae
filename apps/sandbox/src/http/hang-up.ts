import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** Requests carry the raw Node streams, so that a connection can be cut. */
export type SandboxEnv = { Bindings: HttpBindings };

/** Never answers: waits until the caller gives up or `hangMs` passed, then cuts the connection. */
export async function hangUp(c: Context<SandboxEnv>, hangMs: number): Promise<Response> {
  const { socket } = c.env.incoming;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, hangMs);
    socket.once("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
  socket.destroy();
  // Nobody reads this: the connection is gone.
  return c.body(null, 504);
}

/** Promises the whole body, sends the first half and cuts the connection. */
export function tearBody(c: Context<SandboxEnv>, body: Buffer, headers: Record<string, string>): Response {
  const { socket } = c.env.incoming;
  const halves = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(body.subarray(0, Math.floor(body.length / 2)))),
    pull: () => {
      socket.destroySoon();
    },
  });
  return c.body(halves, 200, headers);
}
