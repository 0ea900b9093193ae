import { accounts } from "./accounts/contract.ts";
import { adminJobs, adminOrders, adminStorage } from "./admin/contract.ts";
import { auth } from "./auth/contract.ts";
import { carts } from "./carts/contract.ts";
import { channels } from "./channels/contract.ts";
import { checkout } from "./checkout/contract.ts";
import { adminProviders } from "./fulfillment/contract.ts";
import { health } from "./health/contract.ts";
import { adminLiveness, liveness } from "./liveness/contract.ts";
import { adminMetrics } from "./metrics/admin-contract.ts";
import { metrics } from "./metrics/contract.ts";
import { orders } from "./orders/contract.ts";
import { adminProofs } from "./orders/delivery-proof-admin.ts";
import { adminProducts, products } from "./products/contract.ts";
import { proofs } from "./proofs/contract.ts";
import { quotes } from "./quotes/contract.ts";
import { adminRefills, refills } from "./refills/contract.ts";
import { adminRisk } from "./risk/contract.ts";
import { adminSupport, support } from "./support/contract.ts";
import { telemetry } from "./telemetry/contract.ts";
import { webhooks } from "./webhooks/contract.ts";

/** The whole API: areas of endpoints. Server, client, OpenAPI and the policy matrix are all made from this value. */
export const contract = {
  health,
  products,
  quotes,
  metrics,
  carts,
  channels,
  checkout,
  orders,
  proofs,
  refills,
  liveness,
  support,
  auth,
  accounts,
  telemetry,
  webhooks,
  adminOrders,
  adminRefills,
  adminLiveness,
  adminSupport,
  adminProofs,
  adminProducts,
  adminProviders,
  adminJobs,
  adminMetrics,
  adminStorage,
  adminRisk,
};
export type ApiContract = typeof contract;
