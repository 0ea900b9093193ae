export type { MetadataValue, ReceivedEvent } from "./browser-event.ts";
export type { IngestResult } from "./ingest-events.ts";
export { createTelemetry, type Telemetry } from "./telemetry.ts";
