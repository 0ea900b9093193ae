import type { accounts } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { presentProfile } from "./presenter.ts";

export const accountRoutes = (core: Core): Handlers<typeof accounts> => ({
  profile: async ({ actor }) => presentProfile(await core.customers.getProfile(core.database, actor)),
  updateProfile: async ({ actor, body }) =>
    presentProfile(await core.database.transaction((tx) => core.customers.updateProfile(tx, actor, body))),
});
