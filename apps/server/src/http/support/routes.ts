import type { adminSupport, support } from "@smplat/contracts";
import { type Core, operatorRefundLimitMinor } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";
import { DomainError } from "@smplat/core/kernel/domain-error";
import type { Handlers } from "../handler.ts";
import { presentOperatorRefund, presentOperatorSupport, presentOrderSupport } from "./presenter.ts";

export const supportRoutes = (core: Core): Handlers<typeof support> => ({
  get: async ({ actor, params }) =>
    presentOrderSupport(await core.support.getAfterSales(core.database, actor, params.orderId), core.clock.now()),
});

export const adminSupportRoutes = (core: Core): Handlers<typeof adminSupport> => {
  const show = async (actor: Actor, orderId: string) => {
    const [sales, papers, refills] = await Promise.all([
      core.support.getAfterSales(core.database, actor, orderId),
      core.billing.listPapers(core.database, orderId),
      core.refills.listStanding(core.database, actor, orderId),
    ]);
    const limitMinor = actor.role === "admin" ? null : operatorRefundLimitMinor;
    return presentOperatorSupport({ sales, papers, refills, limitMinor, now: core.clock.now() });
  };
  return {
    get: ({ actor, params }) => show(actor, params.orderId),
    refund: async ({ actor, params, body, visitor }) => {
      const requestKey = `staff ${visitor.headers.get("idempotency-key")}`;
      const request = { orderId: params.orderId, ...body, requestKey };
      const refund = await core.database.transaction((tx) => core.support.refund(tx, actor, request));
      return presentOperatorRefund(refund, await core.billing.listPapers(core.database, params.orderId));
    },
    replay: async ({ actor, params, body }) => {
      await assertLineOf(core, params);
      const { at, elsewhere, reason } = body;
      const replay = {
        ...(at === undefined ? {} : { at: new Date(at) }),
        ...(elsewhere === undefined ? {} : { elsewhere }),
        ...(reason === undefined ? {} : { reason }),
      };
      await core.database.transaction((tx) => core.fulfillment.replay(tx, actor, params.lineId, replay));
      return show(actor, params.orderId);
    },
    cancelLine: async ({ actor, params, body }) => {
      await assertLineOf(core, params);
      await core.database.transaction((tx) => core.fulfillment.requestCancel(tx, actor, params.lineId, body.reason));
      return show(actor, params.orderId);
    },
  };
};

async function assertLineOf(
  core: Core,
  { orderId, lineId }: { readonly orderId: string; readonly lineId: string },
): Promise<void> {
  if ((await core.orders.findIdOfLine(core.database, lineId)) !== orderId) {
    throw new DomainError("order.not-found", { orderId });
  }
}
