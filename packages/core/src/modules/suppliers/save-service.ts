import { z } from "zod";
import type { Tx } from "#infrastructure/database";
import type { Actor } from "#kernel/actor";
import { ServiceRule } from "./evaluate-rules.ts";
import {
  deleteMapping,
  findProvider,
  findService,
  insertChange,
  type StoredService,
  upsertMapping,
  upsertService,
} from "./provider-repository.ts";
import { changeOf } from "./save-provider.ts";
import { CostModel } from "./service.ts";
import type { SupplierDeps } from "./supplier-deps.ts";
import { configurationInvalid, providerNotFound, providerVersionConflict, serviceNotFound } from "./supplier-errors.ts";
import type { ServiceDraft, ServiceMapping } from "./views.ts";

const Hours = z.int().min(1).max(10_000);
const Content = z.strictObject({
  cost: CostModel,
  rules: z.array(ServiceRule).max(20),
  startsWithinHours: Hours,
  deliversWithinHours: Hours,
});

/**
 * Adds or changes something a supplier does; what a draft leaves out stays. With a version, only the service that was
 * read with it is changed; with null, only a new one is added. Throws `provider.not-found`,
 * `provider.configuration-invalid`, `provider.version-conflict`.
 */
export async function saveService(
  deps: Pick<SupplierDeps, "clock">,
  tx: Tx,
  actor: Actor,
  draft: ServiceDraft,
): Promise<void> {
  // The supplier's row stands for its services too: a service that does not exist yet can't be locked.
  const provider = await findProvider(tx, draft.providerId, { lock: "update" });
  if (provider === null) throw providerNotFound(draft.providerId);
  const before = await findService(tx, draft.providerId, draft.service);
  if (draft.version === null && before !== null) {
    throw configurationInvalid([{ path: "service", message: "is one of the supplier's already" }]);
  }
  if (typeof draft.version === "number" && draft.version !== before?.version) throw providerVersionConflict();
  const content = Content.safeParse({
    cost: draft.cost,
    rules: draft.rules ?? before?.rules ?? [],
    startsWithinHours: draft.startsWithinHours ?? before?.startsWithinHours ?? 24,
    deliversWithinHours: draft.deliversWithinHours ?? before?.deliversWithinHours ?? 72,
  });
  if (!content.success) {
    throw configurationInvalid(
      content.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })),
    );
  }
  const stored: Omit<StoredService, "id" | "version"> = {
    ...content.data,
    providerId: draft.providerId,
    service: draft.service,
    currency: draft.currency,
    title: draft.title ?? before?.title ?? draft.service,
    isActive: draft.isActive ?? before?.isActive ?? true,
  };
  await upsertService(tx, stored);
  const detail = { service: draft.service, isNew: before === null, changed: changedFields(before, stored) };
  await insertChange(tx, { ...changeOf(deps, actor, provider), kind: "service", detail, reason: null });
}

/** Throws `provider.configuration-invalid` when the supplier has no such service. */
export async function mapService(
  deps: Pick<SupplierDeps, "clock">,
  tx: Tx,
  actor: Actor,
  draft: ServiceMapping,
): Promise<void> {
  const { target, ...rest } = draft;
  const mapped = await upsertMapping(tx, { ...rest, ...columnsOf(target) });
  if (!mapped) throw configurationInvalid([{ path: "service", message: "is not one of the supplier's" }]);
  const detail = { service: draft.service, ...target, unitsPerItem: draft.unitsPerItem, priority: draft.priority };
  const provider = { id: draft.providerId };
  await insertChange(tx, { ...changeOf(deps, actor, provider), kind: "mapping", detail, reason: null });
}

/** Takes a mapping away; lines that are with the supplier stay there. Throws `provider.service-not-found`. */
export async function unmapService(
  deps: Pick<SupplierDeps, "clock">,
  tx: Tx,
  actor: Actor,
  mapping: Pick<ServiceMapping, "target" | "providerId" | "service">,
): Promise<void> {
  const service = await findService(tx, mapping.providerId, mapping.service);
  const target = columnsOf(mapping.target);
  const gone = service !== null && (await deleteMapping(tx, { ...target, providerServiceId: service.id }));
  if (!gone) throw serviceNotFound(mapping.service);
  const detail = { service: mapping.service, ...mapping.target, removed: true };
  const provider = { id: mapping.providerId };
  await insertChange(tx, { ...changeOf(deps, actor, provider), kind: "mapping", detail, reason: null });
}

const columnsOf = (target: ServiceMapping["target"]) => ({
  productId: "productId" in target ? target.productId : null,
  serviceKey: "serviceKey" in target ? target.serviceKey : null,
});

const told = ["title", "isActive", "cost", "currency", "rules", "startsWithinHours", "deliversWithinHours"] as const;
const changedFields = (before: StoredService | null, now: Omit<StoredService, "id" | "version">): string[] =>
  before === null ? [] : told.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(now[field]));
