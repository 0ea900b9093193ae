import type { adminProviders, Estimate, Provider, ProviderSummary, ResponseOf } from "@smplat/contracts";
import type {
  BalanceView,
  Estimate as CoreEstimate,
  ProviderAttempt,
  ProviderChange,
  ProviderView,
  QualityView,
  ServiceView,
} from "@smplat/core";
import { troubleOf } from "@smplat/core";

interface Loaded {
  readonly provider: ProviderView;
  readonly services: readonly ServiceView[];
  readonly quality: QualityView | undefined;
  readonly inFlight: number;
  readonly balance: BalanceView | null;
}

const nothingKnown = { known: false, observations: 0 } as const;

/** Numbers travel with six digits after the point: more is noise. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6;

export const presentEstimate = (estimate: CoreEstimate): Estimate =>
  estimate.known
    ? {
        known: true,
        value: round(estimate.value),
        low: round(estimate.interval.low),
        high: round(estimate.interval.high),
        observations: estimate.observations,
      }
    : { known: false, observations: estimate.observations };

/** A supplier in the list. */
export function presentSummary({ provider, services, quality, inFlight, balance }: Loaded): ProviderSummary {
  const { id, name, kind, state, currency, maxInFlight } = provider;
  return {
    ...{ id, name, kind, state, currency, maxInFlight, inFlight },
    services: services.filter((service) => service.isActive).map((service) => service.service),
    score: presentEstimate(quality?.score ?? nothingKnown),
    balance: presentBalance(balance),
    lastAnswerAt: balance === null || balance.trouble !== null ? null : balance.readAt.toISOString(),
    lastTrouble: balance?.trouble ?? null,
    updatedAt: provider.updatedAt.toISOString(),
  };
}

/** A supplier from behind: everything but its secrets. */
export function presentProvider({ provider, services, quality, inFlight, balance }: Loaded): Provider {
  const { id, name, kind, state, currency, version, maxInFlight } = provider;
  return {
    ...{ id, name, kind, state, currency, version, maxInFlight, inFlight },
    config: JSON.stringify(provider.config, null, 2),
    secrets: provider.secretNames.map((secret) => ({ name: secret, setAt: provider.secretsSetAt[secret] ?? null })),
    capabilities: { ...provider.capabilities },
    services: services.map(presentService),
    quality: presentQuality(quality),
    cells: (quality?.cells ?? []).map((cell) => ({
      service: cell.service,
      platform: cell.platform,
      ...presentQuality(cell),
    })),
    balance: presentBalance(balance),
    createdAt: provider.createdAt.toISOString(),
    updatedAt: provider.updatedAt.toISOString(),
  };
}

/** A submit among its supplier's newest. */
export function presentProviderOrder(
  attempt: ProviderAttempt,
): ResponseOf<typeof adminProviders.orders>["items"][number] {
  return {
    attemptId: attempt.id,
    orderId: attempt.orderId,
    lineId: attempt.lineId,
    service: attempt.service,
    state: attempt.state,
    lineState: attempt.lineState,
    delivered: attempt.deliveredUnits,
    ordered: attempt.orderedUnits,
    cost: attempt.costMinor === null ? null : { amountMinor: attempt.costMinor, currency: attempt.currency },
    submittedAt: attempt.submittedAt.toISOString(),
    ...troubleOf(attempt),
  };
}

/** A row of a supplier's timeline. */
export function presentChange(
  change: ProviderChange,
  names: ReadonlyMap<string, string>,
): ResponseOf<typeof adminProviders.timeline>["items"][number] {
  const { id, kind, reason } = change;
  const { kind: role, id: who } = change.actor;
  const actor = { kind: role, id: who, name: names.get(who ?? "") ?? null };
  return { id, kind, reason, actor, at: change.at.toISOString(), detail: detailOf(change) };
}

/** What an incident is about, with the figure it began or ended at. */
function incidentOf({ incident, ...at }: ProviderChange["detail"]): string {
  const percent = Math.round(Number(at.lateShare ?? 0) * 100);
  switch (incident) {
    case "submits-failing":
      return `submits not taken in a row: ${at.failedInRow}`;
    case "not-answering":
      return "no answer when asked for our credit";
    case "credit-low":
      return at.hoursToEmpty === undefined
        ? "credit no longer runs out"
        : `credit lasts ${Math.round(Number(at.hoursToEmpty))} h`;
    default:
      return `about ${percent} % of the last deliveries were late`;
  }
}

function detailOf({ kind, detail }: ProviderChange): string {
  const list = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : "");
  switch (kind) {
    case "created":
      return `version ${detail.version}`;
    case "configured":
      return `version ${detail.version}: ${list(detail.changed) || "no setting"}`;
    case "secrets-set":
      return list(detail.names);
    case "state":
      return `${detail.from} → ${detail.to}`;
    case "service":
      return `${detail.service}: ${detail.isNew === true ? "new" : list(detail.changed) || "no setting"}`;
    case "incident":
    case "incident-over":
      return incidentOf(detail);
    case "mapping":
      return `${detail.service} ${detail.removed === true ? "no longer serves" : "serves"} ${detail.serviceKey ?? detail.productId}`;
  }
}

function presentService(service: ServiceView): Provider["services"][number] {
  return {
    service: service.service,
    title: service.title,
    isActive: service.isActive,
    cost: service.cost.model === "tiered" ? { ...service.cost, tiers: [...service.cost.tiers] } : service.cost,
    currency: service.currency,
    rules: [...service.rules],
    startsWithinHours: service.startsWithinHours,
    deliversWithinHours: service.deliversWithinHours,
    version: service.version,
    serves: service.serves.map((mapping) => ({ ...mapping })),
  };
}

function presentQuality(quality: Pick<QualityView, "score" | "metrics"> | undefined): Provider["quality"] {
  const metrics = Object.entries(quality?.metrics ?? {}) as [keyof QualityView["metrics"], CoreEstimate][];
  return {
    score: presentEstimate(quality?.score ?? nothingKnown),
    metrics: metrics.map(([metric, estimate]) => ({ metric, estimate: presentEstimate(estimate) })),
  };
}

function presentBalance(balance: BalanceView | null): Provider["balance"] {
  if (balance === null) return null;
  const { amountMinor, currency } = balance;
  return {
    readAt: balance.readAt.toISOString(),
    amount: amountMinor === null || !isKnownCurrency(currency) ? null : { amountMinor, currency },
    trouble: balance.trouble,
    burnPerDayMinor: balance.burnPerDayMinor,
    hoursToEmpty: balance.hoursToEmpty === null ? null : round(balance.hoursToEmpty),
    windowHours: round(balance.windowHours),
    sampleSize: balance.sampleSize,
    history: balance.history.map(({ at, amountMinor: amount }) => ({ at: at.toISOString(), amountMinor: amount })),
  };
}

const isKnownCurrency = (currency: string | null): currency is "EUR" | "USD" | "GBP" =>
  currency === "EUR" || currency === "USD" || currency === "GBP";
