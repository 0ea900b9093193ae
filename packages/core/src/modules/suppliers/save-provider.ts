import { isUniqueViolation, type Tx } from "#infrastructure/database";
import { newId } from "#kernel/id";
import {
  findProvider,
  type StoredProvider,
  upsertMapping,
  upsertProvider,
  upsertService,
} from "./provider-repository.ts";
import { checkConfiguration, secretNamesOf } from "./providers/open-provider.ts";
import { CostModel } from "./service.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import { configurationInvalid, providerNotFound } from "./supplier-errors.ts";
import { providerResumed } from "./supplier-events.ts";
import type { ProviderDraft, ProviderState, ProviderView, ServiceDraft, ServiceMapping } from "./views.ts";

/**
 * Adds or changes a supplier. Secrets are sealed for their row; those not given stay. Throws
 * `provider.configuration-invalid`.
 */
export async function saveProvider(
  deps: Pick<SupplierDeps, "clock" | "secrets">,
  tx: Tx,
  draft: ProviderDraft,
): Promise<ProviderView> {
  const config = checkConfiguration(draft.kind, draft.config);
  const before = draft.id === undefined ? null : await findProvider(tx, draft.id, { lock: "update" });
  const id = draft.id ?? newId("prv");
  const now = deps.clock.wall();
  const sealed = Object.entries(draft.secrets ?? {}).map(([name, secret]) => [name, deps.secrets.seal(secret, id)]);
  const secrets: Record<string, string> = { ...before?.secrets, ...Object.fromEntries(sealed) };
  const missing = secretNamesOf(draft.kind, config).filter((name) => !Object.hasOwn(secrets, name));
  if (missing.length > 0) {
    throw configurationInvalid(missing.map((name) => ({ path: `secrets.${name}`, message: "is not set" })));
  }
  const stored: StoredProvider = {
    id,
    name: draft.name,
    kind: draft.kind,
    state: draft.state,
    currency: draft.currency,
    config,
    secrets,
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
  await write(tx, stored);
  resumeIfBack(tx, before, stored);
  return viewOf(stored);
}

/** Throws `provider.not-found`. */
export async function setProviderState(
  deps: Pick<SupplierDeps, "clock">,
  tx: Tx,
  providerId: string,
  state: ProviderState,
): Promise<ProviderView> {
  const before = await findProvider(tx, providerId, { lock: "update" });
  if (before === null) throw providerNotFound(providerId);
  if (before.state === state) return viewOf(before);
  const stored = { ...before, state, version: before.version + 1, updatedAt: deps.clock.wall() };
  await write(tx, stored);
  resumeIfBack(tx, before, stored);
  return viewOf(stored);
}

/** Throws `provider.not-found`, `provider.configuration-invalid`. */
export async function saveService(tx: Tx, draft: ServiceDraft): Promise<void> {
  if ((await findProvider(tx, draft.providerId)) === null) throw providerNotFound(draft.providerId);
  const cost = CostModel.safeParse(draft.cost);
  if (!cost.success) throw configurationInvalid([{ path: "cost", message: cost.error.issues[0]?.message ?? "" }]);
  const { providerId, service, currency } = draft;
  await upsertService(tx, { providerId, service, currency, cost: cost.data });
}

/** Throws `provider.configuration-invalid` when the supplier has no such service. */
export async function mapService(tx: Tx, draft: ServiceMapping): Promise<void> {
  const { target, ...rest } = draft;
  const mapped = await upsertMapping(tx, {
    ...rest,
    productId: "productId" in target ? target.productId : null,
    serviceKey: "serviceKey" in target ? target.serviceKey : null,
  });
  if (!mapped) throw configurationInvalid([{ path: "service", message: "is not one of the supplier's" }]);
}

/** What staff may see of a supplier. */
export function viewOf({ secrets, ...provider }: StoredProvider): ProviderView {
  return { ...provider, secretNames: Object.keys(secrets).sort() };
}

async function write(tx: Tx, provider: StoredProvider): Promise<void> {
  try {
    await upsertProvider(tx, provider);
  } catch (error) {
    if (!isUniqueViolation(error, "providers_name_key")) throw error;
    throw configurationInvalid([{ path: "name", message: "is taken" }]);
  }
}

function resumeIfBack(tx: Tx, before: StoredProvider | null, now: StoredProvider): void {
  if (now.state !== "active" || before === null || before.state === "active") return;
  tx.publish(providerResumed, { providerId: now.id, version: now.version });
}
