import { isUniqueViolation, type Tx } from "#infrastructure/database";
import { type Actor, recordActor } from "#kernel/actor";
import { newId } from "#kernel/id";
import { findProvider, insertChange, type StoredProvider, upsertProvider } from "./provider-repository.ts";
import { checkConfiguration, secretNamesOf } from "./providers/open-provider.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import { configurationInvalid, providerNotFound, providerVersionConflict } from "./supplier-errors.ts";
import { providerResumed, providerStateChanged } from "./supplier-events.ts";
import type { ProviderDraft, ProviderState } from "./views.ts";

type SaveDeps = Pick<SupplierDeps, "clock" | "secrets">;

/**
 * Adds or changes a supplier. Secrets are sealed for their row; those not given stay. With `version`, only the supplier
 * that was read with it is changed. Throws `provider.configuration-invalid`, `provider.version-conflict`.
 */
export async function saveProvider(
  deps: SaveDeps,
  tx: Tx,
  actor: Actor,
  draft: ProviderDraft & { readonly version?: number },
): Promise<StoredProvider> {
  const config = checkConfiguration(draft.kind, draft.config);
  const before = draft.id === undefined ? null : await findProvider(tx, draft.id, { lock: "update" });
  if (draft.version !== undefined && before === null) throw providerNotFound(draft.id ?? "");
  if (draft.version !== undefined && before?.version !== draft.version) throw providerVersionConflict();
  const stored = merge(deps, before, draft, config);
  const missing = secretNamesOf(draft.kind, config).filter((name) => !Object.hasOwn(stored.secrets, name));
  if (missing.length > 0) {
    throw configurationInvalid(missing.map((name) => ({ path: `secrets.${name}`, message: "is not set" })));
  }
  await write(tx, stored);
  const kind = before === null ? "created" : "configured";
  const detail = { version: stored.version, changed: before === null ? [] : changedFields(before, stored) };
  await insertChange(tx, { ...changeOf(deps, actor, stored), kind, detail, reason: null });
  const names = Object.keys(draft.secrets ?? {}).sort();
  if (names.length > 0 && before !== null) {
    await insertChange(tx, { ...changeOf(deps, actor, stored), kind: "secrets-set", detail: { names }, reason: null });
  }
  if (before !== null && before.state !== stored.state) announce(tx, before, stored, null);
  return stored;
}

/** Pauses, drains, retires or takes back a supplier. Throws `provider.not-found`. */
export async function setProviderState(
  deps: Pick<SaveDeps, "clock">,
  tx: Tx,
  actor: Actor,
  change: { readonly providerId: string; readonly state: ProviderState; readonly reason: string | null },
): Promise<StoredProvider> {
  const before = await findProvider(tx, change.providerId, { lock: "update" });
  if (before === null) throw providerNotFound(change.providerId);
  if (before.state === change.state) return before;
  const stored = { ...before, state: change.state, version: before.version + 1, updatedAt: deps.clock.wall() };
  await write(tx, stored);
  const detail = { from: before.state, to: stored.state };
  await insertChange(tx, { ...changeOf(deps, actor, stored), kind: "state", detail, reason: change.reason });
  announce(tx, before, stored, change.reason);
  return stored;
}

/** What a row of the timeline says of who and when. */
export const changeOf = (deps: Pick<SaveDeps, "clock">, actor: Actor, provider: { readonly id: string }) => ({
  providerId: provider.id,
  at: deps.clock.now(),
  actor: recordActor(actor),
});

function merge(deps: SaveDeps, before: StoredProvider | null, draft: ProviderDraft, config: object): StoredProvider {
  const id = draft.id ?? newId("prv");
  const now = deps.clock.wall();
  const given = Object.entries(draft.secrets ?? {});
  const sealed = given.map(([name, secret]) => [name, deps.secrets.seal(secret, id)]);
  return {
    id,
    name: draft.name,
    kind: draft.kind,
    state: draft.state,
    currency: draft.currency,
    config,
    secrets: { ...before?.secrets, ...Object.fromEntries(sealed) },
    secretsSetAt: { ...before?.secretsSetAt, ...Object.fromEntries(given.map(([name]) => [name, now.toISOString()])) },
    maxInFlight: draft.maxInFlight === undefined ? (before?.maxInFlight ?? null) : draft.maxInFlight,
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

const told = ["name", "state", "currency", "maxInFlight", "config"] as const;
const changedFields = (before: StoredProvider, now: StoredProvider): string[] =>
  told.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]));

async function write(tx: Tx, provider: StoredProvider): Promise<void> {
  try {
    await upsertProvider(tx, provider);
  } catch (error) {
    if (!isUniqueViolation(error, "providers_name_key")) throw error;
    throw configurationInvalid([{ path: "name", message: "is taken" }]);
  }
}

/** Draining frees what waited for the supplier as its return does: another may do it. */
function announce(tx: Tx, before: StoredProvider, now: StoredProvider, reason: string | null): void {
  tx.publish(providerStateChanged, { providerId: now.id, from: before.state, to: now.state, reason });
  if (before.state === "paused" || now.state === "active") {
    tx.publish(providerResumed, { providerId: now.id, version: now.version });
  }
}
