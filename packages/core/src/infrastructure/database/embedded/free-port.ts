import { createServer } from "node:net";

const ATTEMPTS = 50;

/** The first port from `preferred` upwards that nobody listens on at 127.0.0.1. It may be taken again before it is used. */
export async function findFreePort(preferred: number): Promise<number> {
  for (let port = preferred; port < preferred + ATTEMPTS; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`None of the ports ${preferred} to ${preferred + ATTEMPTS - 1} is free on 127.0.0.1.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
