import type { Scope, Tx } from "#infrastructure/database";
import { handleExternal, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { SecretBox } from "#infrastructure/secrets";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { type DryRun, type DryRunResult, dryRun } from "./dry-run.ts";
import { previewService, type ServicePreview, type ServiceTrial } from "./preview-service.ts";
import {
  findProvider,
  listCandidates,
  listChanges,
  listProviderNames,
  listProviderRows,
  listServices,
} from "./provider-repository.ts";
import { createProviderOpener } from "./providers/open-provider.ts";
import type { BalanceOutcome, Provider } from "./providers/provider.ts";
import { handOutBalances, readBalance, viewBalances } from "./read-balance.ts";
import { recordOutcome, recordRefill, type SupplierOutcome } from "./record-outcome.ts";
import { saveProvider, setProviderState } from "./save-provider.ts";
import { mapService, saveService, unmapService } from "./save-service.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import { providerNotFound, suppliersForbidden } from "./supplier-errors.ts";
import { handOutBalancesJob, readBalanceJob } from "./supplier-jobs.ts";
import { mayOnSuppliers, type SupplierAction } from "./supplier-policy.ts";
import { viewOf } from "./view-provider.ts";
import { trackRecords, viewQuality } from "./view-quality.ts";
import type {
  BalanceView,
  ProviderChange,
  ProviderDraft,
  ProviderKind,
  ProviderState,
  ProviderView,
  QualityView,
  ServiceCandidate,
  ServiceDraft,
  ServiceMapping,
  ServiceView,
  TrackRecord,
} from "./views.ts";

/** Who does the work, at which price, how well, and how to speak to them. Commands take the caller's transaction. */
export interface Suppliers {
  /** The adapter of a supplier; null when there is none. It may be called only with no transaction open. */
  open(scope: Scope, providerId: string): Promise<Provider | null>;
  /** A supplier, for modules above; null when there is none. */
  find(scope: Scope, providerId: string): Promise<ProviderView | null>;
  /** Names by id. Unknown ids are left out. */
  names(scope: Scope, providerIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Suppliers of a kind of adapter. */
  listIds(scope: Scope, kind: ProviderKind): Promise<readonly string[]>;
  /**
   * Every service mapped to a product or its service key. Suppliers' rows are locked against a change of state until
   * the transaction ends: after a pause has committed, nobody sees the supplier active.
   */
  listCandidates(
    tx: Tx,
    target: { readonly productId: string; readonly serviceKey: string | null },
  ): Promise<ServiceCandidate[]>;
  /** What services have shown on a platform so far, by "providerId service". */
  trackRecords(
    scope: Scope,
    services: readonly { readonly providerId: string; readonly service: string }[],
    platform: string | null,
  ): Promise<ReadonlyMap<string, TrackRecord>>;
  /** Counts what became of a submit or a delivery, in the transaction that settles it. */
  recordOutcome(tx: Tx, outcome: SupplierOutcome): Promise<void>;
  /** A completed line needed a make-good after all. Once per line. */
  recordRefill(tx: Tx, line: Pick<SupplierOutcome, "providerId" | "service" | "platform">): Promise<void>;

  /** Throws `auth.forbidden` but for staff, as every query below. */
  listProviders(scope: Scope, actor: Actor): Promise<ProviderView[]>;
  /** Throws `provider.not-found`. */
  getProvider(scope: Scope, actor: Actor, providerId: string): Promise<ProviderView>;
  listServices(scope: Scope, actor: Actor, providerIds: readonly string[]): Promise<ServiceView[]>;
  /** Quality by supplier, from sums kept as outcomes come in. */
  quality(scope: Scope, actor: Actor, providerIds: readonly string[]): Promise<ReadonlyMap<string, QualityView>>;
  /** The newest changes people made to a supplier, at most a hundred. */
  listChanges(scope: Scope, actor: Actor, providerId: string): Promise<ProviderChange[]>;
  /** What is left of our credit and how long it lasts, by supplier, as last read; who was never asked is left out. */
  balances(scope: Scope, actor: Actor, providerIds: readonly string[]): Promise<ReadonlyMap<string, BalanceView>>;

  /**
   * Adds or changes a supplier. Throws `auth.forbidden` but for admins, `provider.configuration-invalid`,
   * `provider.version-conflict` when `version` is not the stored one.
   */
  saveProvider(tx: Tx, actor: Actor, draft: ProviderDraft & { readonly version?: number }): Promise<ProviderView>;
  /**
   * Pauses, drains, retires or takes back a supplier; running work goes on. A pause holds every later submit, a drained
   * supplier is passed over. Throws `provider.not-found`.
   */
  setProviderState(
    tx: Tx,
    actor: Actor,
    providerId: string,
    state: ProviderState,
    reason?: string,
  ): Promise<ProviderView>;
  /** Adds or changes something a supplier does. */
  saveService(tx: Tx, actor: Actor, draft: ServiceDraft): Promise<void>;
  /** What a service as drafted would make of a line. Stores nothing. Throws `provider.not-found`. */
  previewService(scope: Scope, actor: Actor, providerId: string, trial: ServiceTrial): Promise<ServicePreview>;
  /** Says which service serves a product or a service key of the catalogue, lowest priority number first. */
  mapService(tx: Tx, actor: Actor, draft: ServiceMapping): Promise<void>;
  /** Takes that back. Throws `provider.service-not-found`. */
  unmapService(tx: Tx, actor: Actor, mapping: Pick<ServiceMapping, "target" | "providerId" | "service">): Promise<void>;
  /** Asks a supplier what is left of our credit: calls the outside, so no transaction may be open. */
  balance(scope: Scope, actor: Actor, providerId: string): Promise<BalanceOutcome>;
  /** Tries a configuration without submitting anything; may call the outside. Throws `provider.not-found`. */
  dryRun(scope: Scope, actor: Actor, run: DryRun): Promise<DryRunResult>;
  readonly jobs: readonly JobHandler[];
}

/** What the module is wired with. */
export interface SuppliersOptions {
  readonly clock: Clock;
  /** The guarded way out; every supplier is called through it. */
  readonly outboundHttp: OutboundHttp;
  /** Seals suppliers' credentials. */
  readonly secrets: SecretBox;
}

export function createSuppliers(options: SuppliersOptions): Suppliers {
  const { clock, secrets, outboundHttp: outbound } = options;
  const deps: SupplierDeps = { clock, secrets, openProvider: createProviderOpener({ outbound, secrets }) };
  return {
    open: (scope, providerId) => openStored(deps, scope, providerId),
    find: async (scope, providerId) => {
      const stored = await findProvider(scope, providerId);
      return stored === null ? null : viewOf(stored);
    },
    names: listProviderNames,
    listIds: async (scope, kind) =>
      (await listProviderRows(scope)).filter((provider) => provider.kind === kind).map((provider) => provider.id),
    listCandidates,
    trackRecords: (scope, services, platform) => trackRecords(deps, scope, services, platform),
    recordOutcome: (tx, outcome) => recordOutcome(deps, tx, outcome),
    recordRefill: (tx, line) => recordRefill(deps, tx, line),
    ...queries(deps),
    ...commands(deps),
    jobs: [
      handleLocal(handOutBalancesJob, (tx, _, run) => handOutBalances(deps, tx, run.jobId)),
      handleExternal(readBalanceJob, (run, { providerId }) => readBalance(deps, run, providerId)),
    ],
  };
}

type Queries = "listProviders" | "getProvider" | "listServices" | "quality" | "listChanges" | "balances";

function queries(deps: SupplierDeps): Pick<Suppliers, Queries> {
  const see = <R>(actor: Actor, work: () => Promise<R>) => allow(actor, "see", work);
  return {
    listProviders: (scope, actor) => see(actor, async () => (await listProviderRows(scope)).map(viewOf)),
    getProvider: (scope, actor, providerId) =>
      see(actor, async () => {
        const stored = await findProvider(scope, providerId);
        if (stored === null) throw providerNotFound(providerId);
        return viewOf(stored);
      }),
    listServices: (scope, actor, providerIds) => see(actor, () => listServices(scope, providerIds)),
    quality: (scope, actor, providerIds) => see(actor, () => viewQuality(scope, providerIds)),
    listChanges: (scope, actor, providerId) => see(actor, () => listChanges(scope, providerId, 100)),
    balances: (scope, actor, providerIds) => see(actor, () => viewBalances(deps, scope, providerIds)),
  };
}

type Commands =
  | "saveProvider"
  | "setProviderState"
  | "saveService"
  | "previewService"
  | "mapService"
  | "unmapService"
  | "balance"
  | "dryRun";

function commands(deps: SupplierDeps): Pick<Suppliers, Commands> {
  const configure = <R>(actor: Actor, work: () => Promise<R>) => allow(actor, "configure", work);
  return {
    saveProvider: (tx, actor, draft) =>
      configure(actor, async () => viewOf(await saveProvider(deps, tx, actor, draft))),
    setProviderState: (tx, actor, providerId, state, reason) =>
      allow(actor, state === "retired" ? "configure" : "pause", async () =>
        viewOf(await setProviderState(deps, tx, actor, { providerId, state, reason: reason ?? null })),
      ),
    saveService: (tx, actor, draft) => configure(actor, () => saveService(deps, tx, actor, draft)),
    previewService: (scope, actor, providerId, trial) =>
      configure(actor, async () => {
        if ((await findProvider(scope, providerId)) === null) throw providerNotFound(providerId);
        return previewService(trial);
      }),
    mapService: (tx, actor, draft) => configure(actor, () => mapService(deps, tx, actor, draft)),
    unmapService: (tx, actor, mapping) => configure(actor, () => unmapService(deps, tx, actor, mapping)),
    balance: (scope, actor, providerId) =>
      allow(actor, "see", async () => {
        const provider = await openStored(deps, scope, providerId);
        if (provider === null) throw providerNotFound(providerId);
        return provider.balance();
      }),
    dryRun: (scope, actor, run) => configure(actor, () => dryRun(deps, scope, run)),
  };
}

async function openStored(deps: SupplierDeps, scope: Scope, providerId: string): Promise<Provider | null> {
  const stored = await findProvider(scope, providerId);
  return stored === null ? null : deps.openProvider(stored);
}

async function allow<R>(actor: Actor, action: SupplierAction, work: () => Promise<R>): Promise<R> {
  if (!mayOnSuppliers[action](actor)) throw suppliersForbidden(action);
  return work();
}
