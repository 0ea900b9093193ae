export { loadClock, saveEpoch } from "./clock-epoch.ts";
export { createDatabase, type Database, type DatabaseOptions, isUniqueViolation } from "./database.ts";
export { migrate } from "./migrate.ts";
export type { Outbox, PendingEvent, PendingJob } from "./outbox.ts";
export { recordStatements } from "./statement-log.ts";
export type { Scope, Tx } from "./tx.ts";
