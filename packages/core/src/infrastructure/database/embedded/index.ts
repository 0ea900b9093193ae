export { LockHeld, withExclusiveLock } from "./exclusive-lock.ts";
export { findFreePort } from "./free-port.ts";
export { identifyProcess, isStillRunning, type ProcessIdentity } from "./process-identity.ts";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./start-embedded-postgres.ts";
export type { SupervisorLogger } from "./supervisor-logger.ts";
