import { AsyncLocalStorage } from "node:async_hooks";
import type { ActorRecord } from "#kernel/actor";

/** What every log line, event and job of one request or job run shares. */
export interface RequestContext {
  readonly correlationId: string;
  readonly requestId: string;
  /** Who acts; set once the session is known. */
  readonly actor?: ActorRecord;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` so that everything it logs, publishes or enqueues carries this context. */
export const runWithContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

export const currentContext = (): RequestContext | undefined => storage.getStore();
