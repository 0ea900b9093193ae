import { z } from "zod";
import type { PublishedEvent } from "./event.ts";

/** How an event travels in the payload of a subscriber's job. */
export function publishedEvent<P>(payload: z.ZodType<P>): z.ZodType<PublishedEvent<P>> {
  return z.object({ id: z.string(), name: z.string(), recordedAt: z.coerce.date(), payload }) as unknown as z.ZodType<
    PublishedEvent<P>
  >;
}
