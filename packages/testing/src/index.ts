export { createTestDatabase, type TestDatabase } from "./create-test-database.ts";
export { type LogEntry, type RecordingLogger, recordingLogger } from "./recording-logger.ts";
export { startTestPostgres, type TestPostgres, type TestPostgresAddress } from "./test-postgres.ts";
