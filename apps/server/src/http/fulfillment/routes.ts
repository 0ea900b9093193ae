import type { adminProviders, BodyOf } from "@smplat/contracts";
import type { Core } from "@smplat/core";
import type { Actor } from "@smplat/core/kernel/actor";
import { DomainError } from "@smplat/core/kernel/domain-error";
import type { Handlers } from "../handler.ts";
import { presentDecision } from "./present-decision.ts";
import { presentDryRun } from "./present-dry-run.ts";
import { presentChange, presentProvider, presentProviderOrder, presentSummary } from "./presenter.ts";

type Mapping = BodyOf<typeof adminProviders.unmapService>["target"];

export const providerRoutes = (core: Core): Handlers<typeof adminProviders> => ({
  list: async ({ actor }) => ({ items: await summaries(core, actor) }),
  get: ({ actor, params }) => show(core, actor, params.providerId),
  ...changes(core),
  ...histories(core),
  dryRun: async ({ actor, params, body }) => {
    const { config, answer, live, ...sample } = body;
    const line = { reference: "att_dry_run", fields: "", ...sample };
    const given = {
      ...(config === undefined ? {} : { config: parseJson(config, "config") }),
      ...(answer === undefined ? {} : { answer: parseJson(answer, "answer") }),
    };
    return presentDryRun(
      await core.suppliers.dryRun(core.database, actor, { providerId: params.providerId, line, live, ...given }),
    );
  },
});

type Change = "create" | "update" | "setState" | "saveService" | "previewService" | "mapService" | "unmapService";

function changes(core: Core): Pick<Handlers<typeof adminProviders>, Change> {
  const { suppliers, database } = core;
  return {
    create: async ({ actor, body }) => {
      const draft = { ...settings(body), state: "paused" } as const;
      const { id } = await database.transaction((tx) => suppliers.saveProvider(tx, actor, draft));
      return show(core, actor, id);
    },
    update: async ({ actor, params, body }) => {
      const { providerId } = params;
      await database.transaction(async (tx) => {
        const { state } = await suppliers.getProvider(tx, actor, providerId);
        const draft = { ...settings(body), id: providerId, state, version: body.version };
        await suppliers.saveProvider(tx, actor, draft);
      });
      return show(core, actor, providerId);
    },
    setState: async ({ actor, params, body }) => {
      await database.transaction((tx) =>
        suppliers.setProviderState(tx, actor, params.providerId, body.state, body.reason),
      );
      return show(core, actor, params.providerId);
    },
    saveService: async ({ actor, params, body }) => {
      await database.transaction((tx) => suppliers.saveService(tx, actor, { ...params, ...body }));
      return show(core, actor, params.providerId);
    },
    previewService: async ({ actor, params, body }) => {
      const { isEligible, rules, costMinor } = await suppliers.previewService(database, actor, params.providerId, body);
      return { isEligible, costMinor, rules: rules.map((trace) => ({ ...trace })) };
    },
    mapService: async ({ actor, params, body }) => {
      const mapping = { ...params, ...body, target: targetOf(body.target) };
      await database.transaction((tx) => suppliers.mapService(tx, actor, mapping));
      return show(core, actor, params.providerId);
    },
    unmapService: async ({ actor, params, body }) => {
      const mapping = { ...params, target: targetOf(body.target) };
      await database.transaction((tx) => suppliers.unmapService(tx, actor, mapping));
      return show(core, actor, params.providerId);
    },
  };
}

type History = "orders" | "timeline" | "decisions" | "orderDecisions" | "replayDecision";

function histories(core: Core): Pick<Handlers<typeof adminProviders>, History> {
  const { suppliers, fulfillment, database } = core;
  return {
    orders: async ({ actor, params }) => {
      await suppliers.getProvider(database, actor, params.providerId);
      const attempts = await fulfillment.listAttemptsOfProvider(database, actor, params.providerId);
      return { items: attempts.map(presentProviderOrder) };
    },
    timeline: async ({ actor, params }) => {
      await suppliers.getProvider(database, actor, params.providerId);
      const rows = await suppliers.listChanges(database, actor, params.providerId);
      const people = rows.flatMap((row) => (row.actor.id === null ? [] : [row.actor.id]));
      const names = await core.customers.names(database, people);
      return { items: rows.map((row) => presentChange(row, names)) };
    },
    decisions: async ({ actor, params }) => {
      await suppliers.getProvider(database, actor, params.providerId);
      const decisions = await fulfillment.listDecisionsForProvider(database, actor, params.providerId);
      return { items: decisions.map(presentDecision) };
    },
    orderDecisions: async ({ actor, params }) => {
      await core.orders.get(database, actor, params.orderId);
      return { items: (await fulfillment.listDecisions(database, actor, params.orderId)).map(presentDecision) };
    },
    replayDecision: async ({ actor, params }) => {
      const { decision, isSame } = await fulfillment.replayDecision(database, actor, params.decisionId);
      return { isSame, decision: presentDecision(decision) };
    },
  };
}

async function summaries(core: Core, actor: Actor) {
  const { suppliers, fulfillment, database } = core;
  const providers = await suppliers.listProviders(database, actor);
  const ids = providers.map((provider) => provider.id);
  const [services, quality, inFlight, balances] = await Promise.all([
    suppliers.listServices(database, actor, ids),
    suppliers.quality(database, actor, ids),
    fulfillment.countInFlight(database, actor, ids),
    suppliers.balances(database, actor, ids),
  ]);
  return providers.map((provider) =>
    presentSummary({
      provider,
      services: services.filter((service) => service.providerId === provider.id),
      quality: quality.get(provider.id),
      inFlight: inFlight.get(provider.id) ?? 0,
      balance: balances.get(provider.id) ?? null,
    }),
  );
}

async function show(core: Core, actor: Actor, providerId: string) {
  const { suppliers, fulfillment, database } = core;
  const provider = await suppliers.getProvider(database, actor, providerId);
  const [services, quality, inFlight, balances] = await Promise.all([
    suppliers.listServices(database, actor, [providerId]),
    suppliers.quality(database, actor, [providerId]),
    fulfillment.countInFlight(database, actor, [providerId]),
    suppliers.balances(database, actor, [providerId]),
  ]);
  return presentProvider({
    provider,
    services,
    quality: quality.get(providerId),
    inFlight: inFlight.get(providerId) ?? 0,
    balance: balances.get(providerId) ?? null,
  });
}

const settings = (body: BodyOf<typeof adminProviders.create>) => ({
  name: body.name,
  kind: body.kind,
  currency: body.currency,
  maxInFlight: body.maxInFlight,
  config: parseJson(body.config, "config"),
  ...(body.secrets === undefined ? {} : { secrets: body.secrets }),
});

const targetOf = (target: Mapping) =>
  target.kind === "product" ? { productId: target.productId } : { serviceKey: target.serviceKey };

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fields = [{ path, message: "is not JSON" }];
    throw new DomainError("provider.configuration-invalid", { fields });
  }
}
