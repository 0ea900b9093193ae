import type { ApiContract } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { accountRoutes } from "./accounts/routes.ts";
import { adminJobRoutes } from "./admin/jobs-routes.ts";
import { adminOrderRoutes } from "./admin/orders-routes.ts";
import { adminStorageRoutes } from "./admin/storage-routes.ts";
import { authRoutes } from "./auth/routes.ts";
import { cartRoutes } from "./carts/routes.ts";
import { channelRoutes } from "./channels/routes.ts";
import { checkoutRoutes } from "./checkout/routes.ts";
import { providerRoutes } from "./fulfillment/routes.ts";
import type { AllHandlers } from "./handler.ts";
import { healthRoutes } from "./health/routes.ts";
import { adminLivenessRoutes, livenessRoutes } from "./liveness/routes.ts";
import { adminMetricRoutes } from "./metrics/admin-routes.ts";
import { metricRoutes } from "./metrics/routes.ts";
import { adminProofRoutes } from "./orders/proof-admin-routes.ts";
import { orderRoutes } from "./orders/routes.ts";
import { adminProductRoutes } from "./products/admin-routes.ts";
import { productRoutes } from "./products/routes.ts";
import { proofRoutes } from "./proofs/routes.ts";
import { quoteRoutes } from "./quotes/routes.ts";
import { adminRefillRoutes, refillRoutes } from "./refills/routes.ts";
import { adminRiskRoutes } from "./risk/routes.ts";
import { adminSupportRoutes, supportRoutes } from "./support/routes.ts";
import { telemetryRoutes } from "./telemetry/routes.ts";
import { webhookRoutes } from "./webhooks/routes.ts";

/** Every handler of the API. An area that is missing here does not compile. */
export const createHandlers = (core: Core): AllHandlers<ApiContract> => ({
  health: healthRoutes(core),
  metrics: metricRoutes(core),
  orders: orderRoutes(core),
  proofs: proofRoutes(core),
  auth: authRoutes(core),
  accounts: accountRoutes(core),
  products: productRoutes(core),
  adminProducts: adminProductRoutes(core),
  adminProviders: providerRoutes(core),
  quotes: quoteRoutes(core),
  telemetry: telemetryRoutes(core),
  carts: cartRoutes(core),
  channels: channelRoutes(core),
  checkout: checkoutRoutes(core),
  webhooks: webhookRoutes(core),
  adminOrders: adminOrderRoutes(core),
  refills: refillRoutes(core),
  adminRefills: adminRefillRoutes(core),
  liveness: livenessRoutes(core),
  adminLiveness: adminLivenessRoutes(core),
  support: supportRoutes(core),
  adminSupport: adminSupportRoutes(core),
  adminProofs: adminProofRoutes(core),
  adminJobs: adminJobRoutes(core),
  adminMetrics: adminMetricRoutes(core),
  adminStorage: adminStorageRoutes(core),
  adminRisk: adminRiskRoutes(core),
});
