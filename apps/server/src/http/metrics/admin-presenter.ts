import type { Attestation, ChannelDiagnosis, MetricSourceHealth } from "@smplat/contracts";
import {
  describeFailure,
  type Attestation as Entered,
  type ChannelDiagnosis as Found,
  retryPolicyOf,
  type SourceHealth,
} from "@smplat/core";

type Locale = Parameters<typeof describeFailure>[1];

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export function presentSource(health: SourceHealth): MetricSourceHealth {
  const { id, platform, method, lanes, budgetLeft, budgetCapacity, waitMs, breaker, spentTodayUsd } = health;
  return {
    ...{ id, platform, method, lanes, budgetLeft, waitMs, breaker, spentTodayUsd },
    budgetCapacity: Math.floor(budgetCapacity),
    lastSuccessAt: instant(health.lastSuccessAt),
    failures: health.failures.map(({ kind, count, lastAt }) => ({ kind, count, lastAt: lastAt.toISOString() })),
  };
}

/** Who had a hand in it. */
export const peopleOf = ({ enteredBy, decidedBy, endedBy }: Entered): string[] =>
  [enteredBy, decidedBy, endedBy].filter((person) => person !== null);

export function presentAttestation(entered: Entered, names: ReadonlyMap<string, string>): Attestation {
  const { id, platform, handle, state, followers, posts, evidenceUrl, evidenceText, reason } = entered;
  const { enteredBy, decidedBy, endedBy, endReason } = entered;
  return {
    ...{ id, platform, handle, state, followers, posts, evidenceUrl, evidenceText, reason },
    ...{ enteredBy, decidedBy, endedBy, endReason },
    observedAt: entered.observedAt.toISOString(),
    enteredAt: entered.enteredAt.toISOString(),
    expiresAt: entered.expiresAt.toISOString(),
    decidedAt: instant(entered.decidedAt),
    endedAt: instant(entered.endedAt),
    names: Object.fromEntries(
      peopleOf(entered).flatMap((person) => {
        const name = names.get(person);
        return name === undefined ? [] : [[person, name]];
      }),
    ),
  };
}

/** Everything but the raw answer and what the channel says of itself. */
export function presentDiagnosis(found: Found, locale: Locale, names: ReadonlyMap<string, string>): ChannelDiagnosis {
  const { platform, parsed, outcome, latencyMs, attestation } = found;
  const failure = outcome?.status === "failed" ? outcome.failure : null;
  return {
    ...{ platform, handle: parsed.handle, profileUrl: parsed.profileUrl, latencyMs },
    result: outcome === null ? "no_source" : outcome.status,
    source: outcome?.status === "measured" ? outcome.reading.source : (outcome?.source ?? null),
    reading: outcome?.status === "measured" ? presentReading(outcome.reading) : null,
    failure:
      failure === null
        ? null
        : { kind: failure.kind, ...describeFailure(failure.kind, locale), retryAt: instant(failure.retryAt) },
    retry: failure === null ? null : retryPolicyOf(failure.kind),
    sources: found.sources.map(presentSource),
    attestation: attestation === null ? null : presentAttestation(attestation, names),
  };
}

type FoundReading = Extract<Found["outcome"], { status: "measured" }>["reading"];

function presentReading(reading: FoundReading): NonNullable<ChannelDiagnosis["reading"]> {
  const { method, platformUserId, displayName, followers, posts, views, precision, rawHash } = reading;
  return {
    ...{ method, platformUserId, displayName, followers, posts, views, rawHash },
    takenAt: reading.takenAt.toISOString(),
    precision: { kind: precision.kind, step: precision.step },
  };
}
