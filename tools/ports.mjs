import { createServer } from "node:net";

const ATTEMPTS = 50;

/**
 * The wanted ports or, for those in use, the next free ones; no two the same.
 * @param wanted ports by name
 * @param onMoved told about each port that is another
 */
export async function chooseFreePorts(wanted, onMoved) {
  const chosen = {};
  const taken = new Set();
  for (const [name, port] of Object.entries(wanted)) {
    const free = await nextFree(port, taken);
    taken.add(free);
    chosen[name] = free;
    if (free !== port) onMoved(name, port, free);
  }
  return chosen;
}

async function nextFree(first, taken) {
  for (let port = first; port < first + ATTEMPTS; port += 1) {
    if (!taken.has(port) && (await canListen(port, "127.0.0.1")) && (await canListen(port, undefined))) return port;
  }
  throw new Error(`None of the ports ${first} to ${first + ATTEMPTS - 1} is free.`);
}

/** Without a host: on every address, so that a server on `::1` or the network's address is noticed too. */
function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
