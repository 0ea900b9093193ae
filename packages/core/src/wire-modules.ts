import { createSmtpMailer } from "#infrastructure/mail";
import { createSecretBox } from "#infrastructure/secrets";
import { type Billing, createBilling } from "#modules/billing";
import { type Carts, createCarts } from "#modules/carts";
import { type Catalog, createCatalog } from "#modules/catalog";
import { type ChannelOwnership, createChannelOwnership } from "#modules/channel-ownership";
import { type Checkout, createCheckout } from "#modules/checkout";
import { type Customers, createCustomers } from "#modules/customers";
import { createDeliveryProof, type DeliveryProof } from "#modules/delivery-proof";
import { createFulfillment, type Fulfillment } from "#modules/fulfillment";
import { createLedger, type Ledger } from "#modules/ledger";
import { createLiveness, type Liveness } from "#modules/liveness";
import { createNotifications, type Notifications } from "#modules/notifications";
import { createOrders, type Orders } from "#modules/orders";
import { createPayments, createStripeProcessor, type Payments } from "#modules/payments";
import { createPricing, type Pricing, smallestOrderNet } from "#modules/pricing";
import { createReceipts, type Receipts } from "#modules/receipts";
import { createRefills, type Refills } from "#modules/refills";
import { createRisk, type Risk } from "#modules/risk";
import { createSocialAccounts, type SocialAccounts } from "#modules/social-accounts";
import { createSuppliers, type Suppliers } from "#modules/suppliers";
import { createSupport, type Support } from "#modules/support";
import { createTax, type Tax } from "#modules/tax";
import { createTelemetry, type Telemetry } from "#modules/telemetry";
import type { Foundation } from "./core.ts";
import { receiptProof } from "./receipt-proof.ts";

/** Every module by its name. */
export interface Modules {
  readonly billing: Billing;
  readonly carts: Carts;
  readonly catalog: Catalog;
  readonly channelOwnership: ChannelOwnership;
  readonly checkout: Checkout;
  readonly customers: Customers;
  readonly deliveryProof: DeliveryProof;
  readonly fulfillment: Fulfillment;
  readonly ledger: Ledger;
  readonly liveness: Liveness;
  readonly notifications: Notifications;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly pricing: Pricing;
  readonly receipts: Receipts;
  readonly refills: Refills;
  readonly risk: Risk;
  readonly socialAccounts: SocialAccounts;
  readonly suppliers: Suppliers;
  readonly support: Support;
  readonly tax: Tax;
  readonly telemetry: Telemetry;
}

/** Wires the modules in their order: each gets only what is below it. */
export function wireModules(foundation: Foundation): Modules {
  const { config, logger, clock, database, events, outboundHttp, storage } = foundation;
  const sessions = { publicUrl: config.publicUrl, sessionSecret: config.secrets.session };
  const secrets = createSecretBox([config.secrets.encryption]);
  const staffSignIn = { secrets, secondFactorDemanded: config.staffSecondFactor === "required" };
  const customers = createCustomers({ database, clock, logger, ...sessions, ...staffSignIn });
  const catalog = createCatalog({ clock, smallestOrderNet });
  const telemetry = createTelemetry({ clock, events });
  const ledger = createLedger();
  const tax = createTax();

  const outside = { outboundHttp, secrets, sources: config.sources };
  const socialAccounts = createSocialAccounts({ database, clock, logger, ...outside });
  const { publicUrl } = config;
  const channelOwnership = createChannelOwnership({
    ...{ clock, database, socialAccounts, outboundHttp, secrets, publicUrl },
  });
  const quoteSigningKey = config.secrets.quoteSigning;
  const pricing = createPricing({ clock, catalog, signingKey: quoteSigningKey });
  const carts = createCarts({ clock, catalog, pricing, socialAccounts, channelOwnership });

  const orders = createOrders({ clock });
  const processor = createStripeProcessor(config.processor);
  const payments = createPayments({ clock, database, orders, ledger, processor });
  const risk = createRisk({
    ...{ clock, database, orders, payments, socialAccounts, keySecret: config.secrets.encryption },
  });
  const checkout = createCheckout({
    ...{ channelOwnership, clock, database, catalog, pricing, carts, orders, payments, risk },
    ...{ assessTax: tax.assess, quoteSigningKey, sellerCountry: config.seller.country },
  });

  const suppliers = createSuppliers({ clock, outboundHttp, secrets });
  const fulfillment = createFulfillment({ clock, orders, ledger, suppliers });
  const liveness = createLiveness({ clock, orders, fulfillment, outboundHttp, publicUrl });
  const deliveryProof = createDeliveryProof({ clock, database, orders, socialAccounts, fulfillment });
  const receipts = createReceipts({
    ...{ clock, orders, deliveryProof, signingKey: config.secrets.receiptSigning },
    shop: { name: config.seller.name, url: config.publicUrl },
  });
  const refills = createRefills({ clock, database, orders, fulfillment });
  const support = createSupport({ orders, payments, fulfillment });
  const billing = createBilling({
    clock,
    orders,
    tax,
    storage,
    seller: config.seller,
    proof: receiptProof({ deliveryProof, receipts, verifyUrl: `${config.publicUrl}/verify` }),
  });
  const notifications = createNotifications({
    ...{ channelOwnership, clock, orders, customers, billing, publicUrl: config.publicUrl, seller: config.seller },
    ...{ deliveryProof, mailer: createSmtpMailer(config.mail) },
  });

  return {
    ...{ billing, carts, catalog, channelOwnership, checkout, customers, deliveryProof, fulfillment, ledger },
    ...{ notifications, orders, payments, pricing, receipts, refills, risk, socialAccounts, suppliers, support, tax },
    ...{ liveness, telemetry },
  };
}
