import type { Scope, Tx } from "#infrastructure/database";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { SecretBox } from "#infrastructure/secrets";
import type { Actor } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import { findProvider, listCandidates, listProviderNames, listProviderRows } from "./provider-repository.ts";
import { createProviderOpener } from "./providers/open-provider.ts";
import type { BalanceOutcome, Provider } from "./providers/provider.ts";
import { mapService, saveProvider, saveService, setProviderState, viewOf } from "./save-provider.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import { providerNotFound, suppliersForbidden } from "./supplier-errors.ts";
import { mayOnSuppliers, type SupplierAction } from "./supplier-policy.ts";
import type {
  ProviderDraft,
  ProviderKind,
  ProviderState,
  ProviderView,
  ServiceCandidate,
  ServiceDraft,
  ServiceMapping,
} from "./views.ts";

/** Who does the work, at which price, and how to speak to them. Commands take the caller's transaction, queries any scope. */
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
  /** Throws `auth.forbidden` but for staff. */
  listProviders(scope: Scope, actor: Actor): Promise<ProviderView[]>;
  /** Adds or changes a supplier. Throws `auth.forbidden` but for admins, `provider.configuration-invalid`. */
  saveProvider(tx: Tx, actor: Actor, draft: ProviderDraft): Promise<ProviderView>;
  /** Pauses, retires or takes back a supplier; a pause holds every later submit, running work goes on. */
  setProviderState(tx: Tx, actor: Actor, providerId: string, state: ProviderState): Promise<ProviderView>;
  /** Adds or changes something a supplier does. */
  saveService(tx: Tx, actor: Actor, draft: ServiceDraft): Promise<void>;
  /** Says which service serves a product or a service key of the catalogue, lowest priority number first. */
  mapService(tx: Tx, actor: Actor, draft: ServiceMapping): Promise<void>;
  /** Asks a supplier what is left of our credit: calls the outside, so no transaction may be open. */
  balance(scope: Scope, actor: Actor, providerId: string): Promise<BalanceOutcome>;
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
    listProviders: (scope, actor) =>
      allow(actor, "see", async () => (await listProviderRows(scope)).map((provider) => viewOf(provider))),
    saveProvider: (tx, actor, draft) => allow(actor, "configure", () => saveProvider(deps, tx, draft)),
    setProviderState: (tx, actor, id, state) => allow(actor, "pause", () => setProviderState(deps, tx, id, state)),
    saveService: (tx, actor, draft) => allow(actor, "configure", () => saveService(tx, draft)),
    mapService: (tx, actor, draft) => allow(actor, "configure", () => mapService(tx, draft)),
    balance: (scope, actor, providerId) =>
      allow(actor, "see", async () => {
        const provider = await openStored(deps, scope, providerId);
        if (provider === null) throw providerNotFound(providerId);
        return provider.balance();
      }),
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
