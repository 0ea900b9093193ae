import type { Core } from "@smplat/core";
import { newId } from "@smplat/core/kernel/id";

type NewOrder = Parameters<Core["orders"]["place"]>[2];
type NewLine = NewOrder["lines"][number];
type Product = Awaited<ReturnType<Core["catalog"]["save"]>>;
type Order = Awaited<ReturnType<Core["orders"]["place"]>>;

/** What is bought of a product; the channel may stay open. */
export interface SampleLine {
  readonly product: Product;
  readonly quantity: number;
  readonly platformContext?: NewLine["platformContext"];
  readonly fields?: Readonly<Record<string, string>>;
}

/** An order of a new guest, or of `ownerId`, that waits for its money, placed through its use case at ten per unit. */
export async function placeOrder(
  core: Core,
  lines: readonly SampleLine[],
  ownerId: string = newId("gst"),
): Promise<Order> {
  const placed = lines.map(lineOf);
  const netMinor = placed.reduce((sum, line) => sum + line.netMinor, 0);
  const taxMinor = placed.reduce((sum, line) => sum + line.taxMinor, 0);
  const order: NewOrder = {
    ownerId,
    cartId: newId("crt"),
    currency: "EUR",
    locale: "en",
    contact: { email: "ada@shop.example", name: "Ada" },
    billing: {
      company: null,
      taxId: null,
      address: { line1: "Beispielweg 1", city: "Berlin", postalCode: "10115", country: "DE" },
    },
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
    cartQuoteId: newId("qot"),
    consents: { terms: true, earlyStart: true, at: core.clock.wall().toISOString() },
    notes: null,
    reviewReason: null,
    lines: placed,
  };
  return core.database.transaction((tx) => core.orders.place(tx, { role: "guest", ownerId }, order));
}

/** An order whose money is in, as the payment's confirmation leaves it; its jobs wait for `settle()`. */
export async function placePaidOrder(core: Core, lines: readonly SampleLine[], ownerId?: string): Promise<Order> {
  const order = await placeOrder(core, lines, ownerId);
  return core.database.transaction((tx) =>
    core.orders.transition(tx, { role: "system", job: "test.pay" }, order.id, {
      command: "confirm-payment",
      changes: { capturedMinor: order.totalMinor, paidAt: core.clock.now() },
    }),
  );
}

function lineOf({ product, quantity, platformContext = null, fields = {} }: SampleLine): NewLine {
  const netMinor = quantity * 1_000;
  return {
    productId: product.id,
    product: {
      slug: product.slug,
      serviceKey: product.serviceKey,
      title: product.title,
      unit: product.unit,
      artSeed: product.artSeed,
      deliverableKind: product.deliverableKind,
      evidence: product.evidence,
      sla: product.sla,
      measurement: product.measurement,
      policy: product.policy,
    },
    quantity,
    selection: { options: {}, addOns: [], plan: null, fields },
    summary: [],
    platformContext,
    socialAccountId: platformContext?.accountId ?? null,
    parts: [{ kind: "base", key: null, label: "Base", amountMinor: netMinor }],
    netMinor,
    taxMinor: (netMinor * 19) / 100,
    taxRateBp: 1_900,
  };
}
