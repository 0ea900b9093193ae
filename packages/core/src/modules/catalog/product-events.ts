import { z } from "zod";
import { defineEvent } from "#infrastructure/events";

const ProductRef = z.object({ productId: z.string(), slug: z.string(), version: z.int() });

/** A product was made or changed, on sale or not. */
export const productSaved = defineEvent("product.saved", ProductRef);

/** A product went on sale; `outcome` is what the publish policy said of it. */
export const productPublished = defineEvent(
  "product.published",
  ProductRef.extend({ outcome: z.enum(["allowed", "review"]) }),
);

/** A product was taken off sale. */
export const productUnpublished = defineEvent("product.unpublished", ProductRef.extend({ reason: z.string() }));
