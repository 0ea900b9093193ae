import { isDomainError } from "@smplat/core/kernel/domain-error";
import { seededProviderIds, seedProviders } from "@smplat/core/seed";
import { checkoutBody, fillCart, newEmail, publishSampleProduct, startTestShop, type TestShop } from "@smplat/testing";
import { createApp } from "../app.ts";

export const admin = { role: "admin", staffId: "cus_torture" } as const;
export const suppliers = ["northbeam", "atelier"] as const;
export type SupplierName = (typeof suppliers)[number];

/** What can be bought: Northbeam makes placements, Atelier works hours. */
export const goods = ["placement", "hours"] as const;
export type Goods = (typeof goods)[number];

/** What the model believes of one purchase. */
export interface ModelOrder {
  readonly orderId: string;
  readonly lineId: string;
  readonly ownerId: string;
  readonly what: Goods;
  readonly totalMinor: number;
  readonly quantity: number;
  /** Refunds that were agreed to, by the key they were asked with. */
  readonly refunds: Map<string, number>;
  version: number;
  /** The state it ended in; it must never leave it. */
  ended: string | null;
  /** When its delivery was done, once and for all. */
  completedAt: Date | null;
}

/** What the model believes of everything. */
export interface Model {
  readonly orders: ModelOrder[];
}

/** The shop with its suppliers, which a run disturbs. */
export interface OrderWorld {
  readonly shop: TestShop;
  /** What a purchase costs, by goods and quantity: it is told once, and must never change with a supplier's price. */
  readonly prices: Map<string, number>;
  /** @param onChannel whether it is for a channel, which is read before and after */
  buy(
    what: Goods,
    quantity: number,
    how: { readonly disputed: boolean; readonly onChannel: boolean },
  ): Promise<ModelOrder>;
  /** Lets time pass in the shop and outside, in steps of hours. */
  pass(hours: number): Promise<void>;
  /** Everybody behaves again, and whatever was held back arrives. */
  calm(): Promise<void>;
  close(): Promise<void>;
}

const hourMs = 3_600_000;

/** A supplier that does what it says: punctual, complete, at the prices of its list, paid from a line that never ends. */
export const wellBehaved = {
  mode: "normal",
  speed: 1,
  startFactor: 1,
  variation: "none",
  shortShare: 0.7,
  priceFactor: 1,
  creditMinor: null,
  skewMs: 0,
  dropOffShare: 0,
} as const;

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
  const { control } = shop.sandbox;
  let channels = 0;
  const world: OrderWorld = {
    shop,
    prices: new Map(),
    buy: async (what, quantity, { disputed, onChannel }) => {
      const guest = shop.visit();
      if (onChannel) channels += 1;
      const platformContext = onChannel ? await channelOf(guest, `model${channels}`) : null;
      const filled = await fillCart(guest, products[what], { quantity, platformContext });
      const paymentMethodId = disputed ? "pm_card_createDispute" : "pm_card_visa";
      const body = checkoutBody(filled, { contact: { email: newEmail(), name: "Model" }, paymentMethodId });
      const { orderId } = await guest.api.checkout.complete({ body, idempotencyKey: crypto.randomUUID() });
      const { lines, ownerId, totalMinor, version } = await shop.core.orders.get(shop.core.database, admin, orderId);
      const lineId = lines[0]?.id ?? "";
      const told = { orderId, lineId, ownerId, what, totalMinor, quantity, version };
      return { ...told, refunds: new Map(), ended: null, completedAt: null };
    },
    pass: async (hours) => {
      for (let hour = 0; hour < hours; hour += 6) await shop.pass(Math.min(6, hours - hour) * hourMs);
    },
    calm: async () => {
      for (const supplier of suppliers) await control.suppliers.set(supplier, wellBehaved);
      await control.platforms.set("youtube", "normal");
      await control.webhooks.setMode({ duplicate: 0, shuffle: false, drop: false, hold: false });
      await control.webhooks.flush();
      await shop.settle();
    },
    close: () => shop.close(),
  };
  await world.calm();
  return world;
}

/** A channel as the shopper gives it; while the platform is out nobody can look it up. */
async function channelOf(guest: ReturnType<TestShop["visit"]>, handle: string) {
  const { channel } = await guest.api.channels.keep({ body: { platform: "youtube", handle } });
  return { platform: "youtube", handle, accountId: channel?.id ?? null } as const;
}
