import { mkdtemp } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { type ApiContract, ApiProblem, contract, type Product, type ResponseOf } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { createTestCore, type TestCore } from "./create-test-core.ts";
import { createTestVisitor, type TestVisitor } from "./create-test-visitor.ts";
import { type Sandbox, startSandbox } from "./start-sandbox.ts";

export type Visitor = TestVisitor<ApiContract>;
type Quote = ResponseOf<ApiContract["quotes"]["create"]>;
type CartQuote = ResponseOf<ApiContract["carts"]["quote"]>;
type CheckoutBody = Parameters<Visitor["api"]["checkout"]["complete"]>[0]["body"];

/** The API as `apps/server` makes it: a function from a request to an answer. */
interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  request(url: string, init: RequestInit): Response | Promise<Response>;
}

/** The API over the real business, database and sandbox, with webhooks coming in over a port of its own. */
export interface TestShop extends TestCore {
  readonly app: App;
  readonly sandbox: Sandbox;
  /** How to reach the sandbox's suppliers, for the seed. */
  readonly suppliers: Readonly<
    Record<"northbeam" | "atelier", { apiUrl: string; apiKey: string; webhookSecret: string }>
  >;
  /** Has the sandbox's suppliers report to the shop, under the ids it knows them by. */
  reportToShop(providerIds: { readonly northbeam: string; readonly atelier: string }): Promise<void>;
  visit(): Visitor;
  /** Moves business time in the shop and in the sandbox, runs what is due there and here, until both are quiet. */
  pass(ms: number): Promise<void>;
  /** Lets webhooks arrive and every due job run. */
  settle(): Promise<void>;
}

const secrets = {
  stripe: "whsec_c3RyaXBlLXdlYmhvb2stc2VjcmV0LWZvci10ZXN0cw==",
  northbeam: "whsec_bm9ydGhiZWFtLXdlYmhvb2stc2VjcmV0LWZvci10ZXN0",
  atelier: "atelier-webhook-secret-for-tests",
} as const;

/**
 * Starts everything one test file needs of the outside and the inside.
 * @param createApp the server's own
 */
export async function startTestShop(createApp: (core: Core) => App): Promise<TestShop> {
  const sandbox = await startSandbox();
  const shop = await createTestCore({
    EGRESS_ORIGINS: `${sandbox.url},${sandbox.publicUrl}`,
    STRIPE_API_URL: sandbox.url,
    STRIPE_SECRET_KEY: "sk_test_sandbox",
    STRIPE_WEBHOOK_SECRET: secrets.stripe,
    YOUTUBE_API_URL: sandbox.url,
    YOUTUBE_API_KEY: "yt_test_key",
    BLUESKY_API_URL: `${sandbox.url}/bluesky`,
    SMTP_URL: sandbox.smtpUrl,
    STORAGE_DIRECTORY: await storageFolder(),
    SANDBOX_URL: sandbox.url,
  });
  const app = createApp(shop.core);
  const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
  await new Promise((resolve) => server.once("listening", resolve));
  const api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
  await sandbox.control.webhooks.setTargets({ stripe: { url: `${api}/webhooks/stripe`, secret: secrets.stripe } });
  const settle = async () => {
    await sandbox.control.tick();
    await shop.core.runner.settle();
  };
  return {
    ...shop,
    app,
    sandbox,
    suppliers: {
      northbeam: {
        apiUrl: `${sandbox.url}/suppliers/northbeam/v1`,
        apiKey: "nb_test_key",
        webhookSecret: secrets.northbeam,
      },
      atelier: {
        apiUrl: `${sandbox.url}/suppliers/atelier/api`,
        apiKey: "at_test_key",
        webhookSecret: secrets.atelier,
      },
    },
    reportToShop: ({ northbeam, atelier }) =>
      sandbox.control.webhooks.setTargets({
        northbeam: { url: `${api}/webhooks/suppliers/${northbeam}`, secret: secrets.northbeam },
        atelier: { url: `${api}/webhooks/suppliers/${atelier}`, secret: secrets.atelier },
      }),
    visit: () => createTestVisitor(app, contract),
    settle,
    pass: async (ms) => {
      await shop.clock.advance(ms);
      await sandbox.control.clock.advance(ms, true);
      await settle();
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      if ("closeAllConnections" in server) server.closeAllConnections();
      await shop.close();
      await sandbox.stop();
    },
  };
}

const storageFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "smplat-papers-"));

/** Quotes the product as it comes, for a channel or for none. */
export const quote = (visitor: Visitor, product: Pick<Product, "id">, more: Partial<QuoteBody> = {}): Promise<Quote> =>
  visitor.api.quotes.create({ body: { ...plainRequest(product.id), ...more } });

type QuoteBody = Parameters<Visitor["api"]["quotes"]["create"]>[0]["body"];
const plainRequest = (productId: string): QuoteBody => ({
  productId,
  quantity: 4,
  selection: {
    options: { format: ["short"] },
    addOns: [],
    plan: null,
    fields: { footage: "https://example.com/footage" },
  },
  platformContext: null,
  currency: "EUR",
});

export interface FilledCart {
  readonly cartId: string;
  readonly total: CartQuote;
}

/** A cart with one quoted line and its binding total for Germany. */
export async function fillCart(
  visitor: Visitor,
  product: Pick<Product, "id">,
  more: Partial<QuoteBody> = {},
): Promise<FilledCart> {
  const line = await quote(visitor, product, more);
  const cart = await visitor.api.carts.create({ body: { currency: "EUR" } });
  await visitor.api.carts.addLine({ params: { cartId: cart.id }, body: { quoteId: line.id } });
  const total = await visitor.api.carts.quote({ params: { cartId: cart.id }, body: { billingCountry: "DE" } });
  return { cartId: cart.id, total };
}

export const checkoutBody = ({ cartId, total }: FilledCart, changes: Partial<CheckoutBody> = {}): CheckoutBody => ({
  cartId,
  cartQuoteId: total.id,
  expectedTotalMinor: total.total.amountMinor,
  contact: { email: "mara@example.com", name: "Mara Beispiel" },
  billing: { address: { line1: "Beispielweg 1", city: "Berlin", postalCode: "10115", country: "DE" } },
  paymentMethodId: "pm_card_visa",
  consents: { terms: true, earlyStart: true },
  locale: "en",
  ...changes,
});

/** Pays a filled cart; a new key each time unless one is given. */
export const pay = (
  visitor: Visitor,
  filled: FilledCart,
  changes: Partial<CheckoutBody> = {},
  idempotencyKey: string = crypto.randomUUID(),
) => visitor.api.checkout.complete({ body: checkoutBody(filled, changes), idempotencyKey });

/** What a call was refused with; fails when it was not refused. */
export async function refusal(call: Promise<unknown>): Promise<ApiProblem["problem"]> {
  const outcome = await call.then(
    () => new Error("the call was not refused"),
    (reason: unknown) => reason,
  );
  if (outcome instanceof ApiProblem) return outcome.problem;
  throw outcome;
}
