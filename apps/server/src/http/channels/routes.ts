import type { channels } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import { DomainError } from "@smplat/core/kernel/domain-error";
import type { Handlers } from "../handler.ts";
import { presentChallenge, presentChannel, presentCheck, presentFailure, presentReading } from "./presenter.ts";

export const channelRoutes = (core: Core): Handlers<typeof channels> => {
  const { channelOwnership: ownership, database } = core;
  const { publicUrl } = core.config;
  const readerOf = (query: { locale?: "en" | "de" | undefined }) => ({ locale: query.locale ?? "en", publicUrl });
  return {
    list: async ({ actor, query }) => ({
      items: (await ownership.list(database, actor)).map((view) => presentChannel(view, readerOf(query))),
      asOf: core.clock.now().toISOString(),
    }),
    keep: async ({ visitor, body, query }) => {
      const { channel, failure } = await ownership.keep(database, await visitor.buyer(), body);
      return {
        channel: channel === null ? null : presentChannel(channel, readerOf(query)),
        failure: failure === null ? null : presentFailure(failure, query.locale ?? "en"),
      };
    },
    get: async ({ actor, params, query }) =>
      presentChannel(await ownership.get(database, actor, params.accountId), readerOf(query)),
    disconnect: async ({ actor, params }) => {
      await ownership.disconnect(actor, params.accountId);
      return undefined;
    },
    readings: async ({ actor, params, query }) => {
      const { id } = await core.socialAccounts.findOwned(database, actor, params.accountId);
      const page = { cursor: query.cursor ?? null, limit: query.limit ?? 50 };
      const { items, nextCursor } = await core.socialAccounts.listReadings(database, id, page);
      return { items: items.map((entry) => presentReading(entry, query.locale ?? "en")), nextCursor };
    },
    issueChallenge: async ({ actor, params }) => {
      const challenge = await ownership.issueChallenge(database, actor, params.accountId);
      return presentChallenge(challenge, await ownership.get(database, actor, params.accountId), publicUrl);
    },
    checkChallenge: async ({ actor, params, query }) => {
      const result = await ownership.checkChallenge(actor, params.accountId, params.challengeId);
      return presentCheck(result, await ownership.get(database, actor, params.accountId), readerOf(query));
    },
    beginConsent: ({ actor, params }) => ownership.beginConsent(database, actor, params.accountId),
    completeConsent: async ({ actor, body, query }) => {
      const { accountId } = await ownership.completeConsent(actor, body);
      return presentChannel(await ownership.get(database, actor, accountId), readerOf(query));
    },
    setGoal: async ({ actor, params, body, query }) =>
      presentChannel(await ownership.setGoal(database, actor, { ...params, ...body }), readerOf(query)),
    dropGoal: async ({ actor, params }) => {
      await ownership.dropGoal(database, actor, params.accountId, params.metric);
      return undefined;
    },
    proofPage: async ({ params }) => {
      const account = await ownership.findByCode(database, params.code);
      if (account === null) throw new DomainError("ownership.challenge-not-found", { code: params.code });
      const { platform, handle, profileUrl } = account;
      return { platform, handle, profileUrl };
    },
  };
};
