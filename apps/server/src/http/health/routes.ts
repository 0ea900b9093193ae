import type { health } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { DomainError } from "@smplat/core/kernel/domain-error";
import type { Handlers } from "../handler.ts";
import { version } from "../version.ts";
import { presentCheck } from "./presenter.ts";

export const healthRoutes = (core: Core): Handlers<typeof health> => ({
  livez: () => {
    const { rate } = core.clock.epoch();
    return {
      status: "live",
      version,
      clock: { wall: core.clock.wall().toISOString(), business: core.clock.now().toISOString(), rate },
    };
  },
  readyz: async ({ visitor }) => {
    const checks = (await core.readiness()).map(presentCheck);
    const ready = checks.every((check) => check.status !== "failed");
    if (!ready) {
      visitor.setHeader("retry-after", "2");
      throw new DomainError("request.unavailable", { checks });
    }
    return { status: "ready", checks };
  },
});
