import type { Scope } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Actor } from "#kernel/actor";
import { placementsChanged } from "#modules/fulfillment";
import { checkPages } from "./check-pages.ts";
import { countLine } from "./count-line.ts";
import { listPlacements, type WatchedPlacement } from "./list-placements.ts";
import type { LivenessDeps } from "./liveness-deps.ts";
import { checkPagesJob, countLineJob } from "./liveness-jobs.ts";
import { watchLine } from "./watch-line.ts";

/** Our own looks at what was placed, from its completion to the end of the guarantee. */
export interface Liveness {
  /** An order's placements with their newest looks. Throws `order.not-found`, also for orders the actor may not see. */
  listForOrder(scope: Scope, actor: Actor, orderId: string): Promise<WatchedPlacement[]>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export function createLiveness(deps: LivenessDeps): Liveness {
  return {
    listForOrder: (scope, actor, orderId) => listPlacements(deps, scope, actor, orderId),
    jobs: [
      handleExternal(checkPagesJob, (run) => checkPages(deps, run)),
      handleLocal(countLineJob, (tx, { lineId }) => countLine(deps, tx, lineId)),
    ],
    subscriptions: [
      subscribe(placementsChanged, "liveness.watch-line", (tx, { payload }) => watchLine(deps, tx, payload.lineId)),
    ],
  };
}
