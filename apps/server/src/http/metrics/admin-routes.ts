import type { adminMetrics } from "@smplat/contracts";
import { platforms } from "@smplat/contracts/vocabulary";
import type { Core } from "@smplat/core";
import type { Handlers } from "../handler.ts";
import { presentAttestation, presentDiagnosis, presentSource } from "./admin-presenter.ts";

export const adminMetricRoutes = (core: Core): Handlers<typeof adminMetrics> => ({
  sources: () => ({
    sources: core.socialAccounts.listSources().map(presentSource),
    withoutSource: platforms.filter((platform) => !core.socialAccounts.isMeasurable(platform)),
  }),
  diagnose: async ({ body }) =>
    presentDiagnosis(await core.socialAccounts.diagnose(core.database, body), body.locale ?? "en"),
  attestations: async ({ query }) => {
    const { items, nextCursor } = await core.socialAccounts.listAttestations(core.database, {
      ...(query.state === undefined ? {} : { state: query.state }),
      cursor: query.cursor ?? null,
      limit: query.limit ?? 25,
    });
    return { items: items.map(presentAttestation), nextCursor };
  },
  attest: async ({ actor, body }) =>
    presentAttestation(
      await core.socialAccounts.proposeAttestation(core.database, actor, {
        ...body,
        posts: body.posts ?? null,
        observedAt: body.observedAt === undefined ? null : new Date(body.observedAt),
        evidenceUrl: body.evidenceUrl ?? null,
        expiresAt: new Date(body.expiresAt),
      }),
    ),
  decideAttestation: async ({ actor, params, body }) => {
    const request = { id: params.attestationId, decision: body.decision };
    return presentAttestation(await core.socialAccounts.decideAttestation(core.database, actor, request));
  },
  revokeAttestation: async ({ actor, params, body }) => {
    const request = { id: params.attestationId, reason: body.reason };
    return presentAttestation(await core.socialAccounts.revokeAttestation(core.database, actor, request));
  },
});
