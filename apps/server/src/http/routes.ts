import type { ApiContract } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { accountRoutes } from "./accounts/routes.ts";
import { authRoutes } from "./auth/routes.ts";
import type { AllHandlers } from "./handler.ts";
import { healthRoutes } from "./health/routes.ts";
import { orderRoutes } from "./orders/routes.ts";
import { telemetryRoutes } from "./telemetry/routes.ts";

/** Every handler of the API. An area that is missing here does not compile. */
export const createHandlers = (core: Core): AllHandlers<ApiContract> => ({
  health: healthRoutes(core),
  orders: orderRoutes(core),
  auth: authRoutes(core),
  accounts: accountRoutes(core),
  telemetry: telemetryRoutes(core),
});
