import type { Core } from "@smplat/core";
import { sampleProduct } from "./sample-product.ts";

type Draft = Parameters<Core["catalog"]["save"]>[2];
type Product = Awaited<ReturnType<Core["catalog"]["save"]>>;

let made = 0;

/** Saves and publishes the sample product, with changes, through the catalogue as an admin. Slugs differ by themselves. */
export async function publishSampleProduct(core: Core, changes: Partial<Draft> = {}): Promise<Product> {
  made += 1;
  const draft: Draft = { ...sampleProduct, slug: `${sampleProduct.slug}-${made}`, ...changes };
  const admin = { role: "admin", staffId: "cus_sample" } as const;
  return core.database.transaction(async (tx) => {
    const saved = await core.catalog.save(tx, admin, draft);
    return core.catalog.publish(tx, admin, saved.id, saved.version);
  });
}
