import type { adminMetrics } from "@smplat/contracts";
import { platforms } from "@smplat/contracts/vocabulary";
import type { Attestation, Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { peopleOf, presentAttestation, presentDiagnosis, presentSource } from "./admin-presenter.ts";

export const adminMetricRoutes = (core: Core): Handlers<typeof adminMetrics> => {
  const { socialAccounts, database } = core;
  const namesIn = (entries: readonly Attestation[]) => core.customers.names(database, entries.flatMap(peopleOf));
  const show = async (entry: Attestation) => presentAttestation(entry, await namesIn([entry]));
  return {
    sources: () => ({
      sources: socialAccounts.listSources().map(presentSource),
      withoutSource: platforms.filter((platform) => !socialAccounts.isMeasurable(platform)),
    }),
    diagnose: async ({ body }) => {
      const found = await socialAccounts.diagnose(database, body);
      const names = await namesIn(found.attestation === null ? [] : [found.attestation]);
      return presentDiagnosis(found, body.locale ?? "en", names);
    },
    attestations: async ({ query }) => {
      const { items, nextCursor } = await socialAccounts.listAttestations(database, {
        ...(query.state === undefined ? {} : { state: query.state }),
        cursor: query.cursor ?? null,
        limit: query.limit ?? 25,
      });
      const names = await namesIn(items);
      return { items: items.map((entry) => presentAttestation(entry, names)), nextCursor };
    },
    attest: async ({ actor, body }) =>
      show(
        await socialAccounts.proposeAttestation(database, actor, {
          ...body,
          posts: body.posts ?? null,
          observedAt: body.observedAt === undefined ? null : new Date(body.observedAt),
          evidenceUrl: body.evidenceUrl ?? null,
          expiresAt: new Date(body.expiresAt),
        }),
      ),
    decideAttestation: async ({ actor, params, body }) => {
      const request = { id: params.attestationId, decision: body.decision };
      return show(await socialAccounts.decideAttestation(database, actor, request));
    },
    revokeAttestation: async ({ actor, params, body }) => {
      const request = { id: params.attestationId, reason: body.reason };
      return show(await socialAccounts.revokeAttestation(database, actor, request));
    },
  };
};
