import type { BrowserEvent, Platform } from "@smplat/contracts/vocabulary";
import { browserApi } from "./browser-client.ts";

type Metadata = Readonly<Record<string, string | number | boolean | null>>;

/** Reports that something was seen or done. Never in the way: it is sent after the work and its failure is nobody's concern. */
export function track(name: BrowserEvent, metadata: Metadata = {}, platform: Platform | null = null): void {
  const event = {
    id: crypto.randomUUID(),
    name,
    recordedAt: new Date().toISOString(),
    platformSlug: platform,
    metadata: { ...metadata, path: location.pathname },
  };
  browserApi.telemetry.ingest({ body: { events: [event] } }).catch(() => undefined);
}
