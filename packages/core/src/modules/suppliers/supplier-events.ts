import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

/** A supplier takes orders again after a pause: work that waited for it may go on. */
export const providerResumed = defineEvent(
  "provider.resumed",
  z.object({ providerId: z.string(), version: z.int().positive() }),
);
