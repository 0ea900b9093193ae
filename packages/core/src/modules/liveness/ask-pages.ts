import { seconds } from "#kernel/clock";
import type { PageAnswer } from "./page.ts";

/** Hosts at once, and requests at once to each of them. */
const hostsAtOnce = 4;
const perHost = 2;
/** A host that is silent this often in one round is not asked any more in it. */
const silenceMax = 2;
/** No page is begun after this long; what is left waits for the next round. */
const roundMs = seconds(60);

/**
 * Asks for many pages, gently: few at once, fewer per host, and a host that is silent is left alone. Addresses that were
 * not asked have no entry.
 */
export async function askPages(
  addresses: readonly string[],
  ask: (address: string) => Promise<PageAnswer>,
): Promise<ReadonlyMap<string, PageAnswer>> {
  const until = performance.now() + roundMs;
  const answers = new Map<string, PageAnswer>();
  const hosts = [...Map.groupBy(new Set(addresses), (address) => URL.parse(address)?.host ?? "").values()];
  await inTurns(hosts, hostsAtOnce, async (pages) => {
    let silences = 0;
    await inTurns(pages, perHost, async (address) => {
      if (silences >= silenceMax || performance.now() > until) return;
      const answer = await ask(address);
      answers.set(address, answer);
      if (answer.reason === "timeout" || answer.reason === "unreachable") silences += 1;
    });
  });
  return answers;
}

/** Works through a list, so many at a time. */
async function inTurns<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const worker = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
}
