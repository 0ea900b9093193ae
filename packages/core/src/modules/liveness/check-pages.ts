import type { Tx } from "#infrastructure/database";
import type { ExternalRun } from "#infrastructure/jobs";
import { after, minutes, seconds } from "#kernel/clock";
import { askPage } from "./ask-page.ts";
import { askPages } from "./ask-pages.ts";
import { evaluateStanding } from "./evaluate-standing.ts";
import type { LivenessDeps } from "./liveness-deps.ts";
import { pageBack, pageDown } from "./liveness-events.ts";
import { checkPagesJob, countLineJob } from "./liveness-jobs.ts";
import { nextLookAt } from "./look-schedule.ts";
import type { Look, Page, PageAnswer } from "./page.ts";
import {
  findNextDue,
  handOutPages,
  holdTurn,
  insertLooks,
  isHandedElsewhere,
  listHanded,
  takeBackHanded,
  updateLookedAt,
} from "./page-repository.ts";
import { ringAt } from "./ring.ts";

/** Pages one job looks at. */
const roundMax = 40;
/** Wall time after which pages in a job's hands count as lost: longer than all the tries of a job that is alive. */
const lostAfterMs = minutes(60);
/** Business milliseconds after which a page that was not asked, because its host was silent, is due again. */
const postponedMs = minutes(30);

/**
 * Looks at the pages that are due, one round at a time for the whole shop. A run that is repeated finds the pages of its
 * first try in its hands, and only the run that ends the job writes: each look that was due is stored once.
 */
export async function checkPages(deps: LivenessDeps, run: ExternalRun): Promise<void> {
  const round = await run.transaction((tx) => handOut(deps, tx, run.jobId));
  const at = deps.clock.now();
  const addresses = round.filter((page) => at <= page.endsAt).map((page) => page.address);
  const answers = await askPages(addresses, (address) => askPage(deps, address));
  await run.complete(async (tx) => {
    await keep(deps, tx, run.jobId, { answers, at });
    await ringAgain(deps, tx, run.jobId);
  });
}

async function handOut(deps: LivenessDeps, tx: Tx, jobId: string): Promise<readonly Page[]> {
  await holdTurn(tx);
  const wall = deps.clock.wall();
  await takeBackHanded(tx, after(wall, -lostAfterMs));
  const mine = await listHanded(tx, jobId, { lock: false });
  if (mine.length > 0 || (await isHandedElsewhere(tx, jobId))) return mine;
  await handOutPages(tx, { jobId, now: deps.clock.now(), wall, limit: roundMax });
  return listHanded(tx, jobId, { lock: false });
}

interface Round {
  readonly answers: ReadonlyMap<string, PageAnswer>;
  readonly at: Date;
}

async function keep(deps: LivenessDeps, tx: Tx, jobId: string, { answers, at }: Round): Promise<void> {
  const looks: Look[] = [];
  const changed: Page[] = [];
  const lines = new Set<string>();
  for (const page of await listHanded(tx, jobId, { lock: true })) {
    const answer = at <= page.endsAt ? answers.get(page.address) : undefined;
    if (answer === undefined) {
      const again = after(at, postponedMs);
      changed.push({ ...page, nextAt: again <= page.endsAt ? again : null });
      continue;
    }
    const { retryAfterMs, ...told } = answer;
    const standing = { ...page, ...evaluateStanding(page, answer.verdict, at) };
    const looked = { ...standing, looks: page.looks + 1, lastLookAt: at };
    looks.push({ ...told, pageId: page.id, number: looked.looks, at });
    changed.push({ ...looked, nextAt: nextLookAt(deps.clock, looked, at, retryAfterMs) });
    if (looked.state === page.state) continue;
    lines.add(page.lineId);
    announce(tx, looked);
  }
  await insertLooks(tx, looks);
  await updateLookedAt(tx, changed);
  // Each line is counted by a job of its own: nobody holds one order's row while waiting for another's.
  for (const lineId of lines) tx.enqueue(countLineJob, { lineId }, { key: `${lineId} ${jobId}` });
}

function announce(tx: Tx, { orderId, lineId, address, state, goneSince, lastLookAt }: Page): void {
  if (state === "up") tx.publish(pageBack, { orderId, lineId, address });
  else tx.publish(pageDown, { orderId, lineId, address, since: goneSince ?? lastLookAt ?? new Date(0) });
}

/** Rings for the next page that waits, however this round went. */
async function ringAgain(deps: LivenessDeps, tx: Tx, jobId: string): Promise<void> {
  const next = await findNextDue(tx);
  if (next === null) return;
  if (next > deps.clock.now()) ringAt(deps.clock, tx, next);
  else if (await isHandedElsewhere(tx, jobId)) {
    const wait = seconds(2) * deps.clock.epoch().rate;
    ringAt(deps.clock, tx, after(deps.clock.now(), wait));
  } else tx.enqueue(checkPagesJob, {}, { key: `after ${jobId}` });
}
