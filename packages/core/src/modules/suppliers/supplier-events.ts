import { z } from "zod";
import { defineEvent } from "#infrastructure/events";
import { providerStates } from "./views.ts";

/** A supplier was paused, drained, retired or taken back. */
export const providerStateChanged = defineEvent(
  "provider.state-changed",
  z.object({
    providerId: z.string(),
    from: z.enum(providerStates),
    to: z.enum(providerStates),
    reason: z.nullable(z.string()),
  }),
);

/** A supplier told of more credit than before: what it would not take for want of it may be sent again. */
export const providerToppedUp = defineEvent("provider.topped-up", z.object({ providerId: z.string() }));

/** Work that waited for a supplier may go on: it takes orders again, or nobody waits for it any more. */
export const providerResumed = defineEvent(
  "provider.resumed",
  z.object({ providerId: z.string(), version: z.int().positive() }),
);
