import type { metrics } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { isStaff } from "@smplat/core/kernel/actor";
import type { Handlers } from "../handler.ts";
import { presentValidation } from "./presenter.ts";

export const metricRoutes = (core: Core): Handlers<typeof metrics> => ({
  validateAccount: async ({ actor, body, visitor }) => {
    // Staff and programs look channels up under their own name; everybody else becomes a buyer.
    const owner = isStaff(actor) || actor.role === "service" ? actor : await visitor.buyer();
    const { platform, handle, locale } = body;
    return presentValidation(
      await core.socialAccounts.validate(core.database, owner, { platform, handle }),
      locale ?? "en",
    );
  },
});
