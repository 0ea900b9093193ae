import { isDomainError } from "@smplat/core/kernel/domain-error";
import { seededProviderIds, seedProviders } from "@smplat/core/seed";
import { checkoutBody, fillCart, newEmail, publishSampleProduct, startTestShop, type TestShop } from "@smplat/testing";
import { createApp } from "../app.ts";

export const admin = { role: "admin", staffId: "cus_torture" } as const;
export const suppliers = ["northbeam", "atelier"] as const;
export type SupplierName = (typeof suppliers)[number];

/** What the model believes of one purchase. */
export interface ModelOrder {
  readonly orderId: string;
  readonly lineId: string;
  readonly ownerId: string;
  readonly totalMinor: number;
  readonly quantity: number;
  /** Refunds that were agreed to, by the key they were asked with. */
  readonly refunds: Map<string, number>;
  version: number;
  /** The state it ended in; it must never leave it. */
  ended: string | null;
}

/** What the model believes of everything. */
export interface Model {
  readonly orders: ModelOrder[];
}

/** The shop with its suppliers, which a run disturbs. */
export interface OrderWorld {
  readonly shop: TestShop;
  buy(what: "placement" | "hours", quantity: number, disputed: boolean): Promise<ModelOrder>;
  /** Lets time pass in the shop and outside, in steps of hours. */
  pass(hours: number): Promise<void>;
  /** Everybody behaves again, and whatever was held back arrives. */
  calm(): Promise<void>;
  close(): Promise<void>;
}

const hourMs = 3_600_000;

/** Runs a use case; whether it was done. A refusal the business knows by name is an answer, anything else a fault. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (isDomainError(error) && error.code !== "invariant.broken") return false;
    throw error;
  }
}

export async function createOrderWorld(): Promise<OrderWorld> {
  const shop = await startTestShop(createApp);
  await seedProviders(shop.core, shop.suppliers);
  await shop.reportToShop(seededProviderIds);
  const products = {
    placement: await publishSampleProduct(shop.core, { serviceKey: "placements", deliverableKind: "placement" }),
    hours: await publishSampleProduct(shop.core, { serviceKey: "hours" }),
  };
  return {
    shop,
    buy: async (what, quantity, disputed) => {
      const guest = shop.visit();
      const filled = await fillCart(guest, products[what], { quantity });
      const paymentMethodId = disputed ? "pm_card_createDispute" : "pm_card_visa";
      const body = checkoutBody(filled, { contact: { email: newEmail(), name: "Model" }, paymentMethodId });
      const { orderId } = await guest.api.checkout.complete({ body, idempotencyKey: crypto.randomUUID() });
      const order = await shop.core.orders.get(shop.core.database, admin, orderId);
      return {
        orderId,
        lineId: order.lines[0]?.id ?? "",
        ownerId: order.ownerId,
        totalMinor: order.totalMinor,
        quantity,
        refunds: new Map(),
        version: order.version,
        ended: null,
      };
    },
    pass: async (hours) => {
      for (let hour = 0; hour < hours; hour += 6) await shop.pass(Math.min(6, hours - hour) * hourMs);
    },
    calm: async () => {
      for (const supplier of suppliers) await shop.sandbox.control.suppliers.set(supplier, normal);
      await shop.sandbox.control.webhooks.setMode({});
      await shop.sandbox.control.webhooks.flush();
      await shop.settle();
    },
    close: () => shop.close(),
  };
}

const normal = { mode: "normal", speed: 1, variation: "none", shortShare: 0.7 } as const;
