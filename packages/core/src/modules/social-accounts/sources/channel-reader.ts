import type { Platform } from "@smplat/contracts/vocabulary";
import type { Logger } from "#infrastructure/logger";
import type { Clock } from "#kernel/clock";
import { failed, type ReadingOutcome, type ReadingPurpose } from "../social-account.ts";
import type { MetricSource, OwnerConsent, SourceTarget } from "./source.ts";
import { createSourceRecord, type SourceHealth, type SourceRecord } from "./source-health.ts";
import { createSourceLane, type SourceLane } from "./source-lane.ts";

/** Reads channels within what each platform allows. */
export interface ChannelReader {
  isMeasurable(platform: Platform): boolean;
  /** How an owner of a channel there lets us read it; undefined when the platform has nothing of the kind. */
  consentFor(platform: Platform): OwnerConsent | undefined;
  /**
   * Asks the platform's source, or answers from what is known right now. Throws when the platform has no source.
   * With an access token the owner's source is asked, without one the public source; a platform that has only the
   * former wants consent.
   */
  read(platform: Platform, target: SourceTarget, purpose: ReadingPurpose): Promise<ReadingOutcome>;
  /** Every configured source, as this process has seen it. */
  health(): SourceHealth[];
}

/** A source with its allowances by name. */
interface Desk {
  readonly source: MetricSource;
  readonly record: SourceRecord;
  readonly lanes: Map<string, SourceLane>;
}

/** Servers a stranger names and owners who connect are without end: the one unused longest is forgotten. */
const lanesMax = 500;

export function createChannelReader(options: {
  readonly sources: readonly MetricSource[];
  readonly clock: Clock;
  readonly logger: Logger;
}): ChannelReader {
  const desks = options.sources.map(
    (source): Desk => ({ source, record: createSourceRecord(source, options.clock), lanes: new Map() }),
  );
  const isOwners = ({ source }: Desk) => source.method === "owner_oauth";
  const byPlatform = (chosen: readonly Desk[]) => new Map(chosen.map((desk) => [desk.source.platform, desk]));
  const owners = byPlatform(desks.filter(isOwners));
  const open = byPlatform(desks.filter((desk) => !isOwners(desk)));
  return {
    isMeasurable: (platform) => open.has(platform) || owners.has(platform),
    consentFor: (platform) => owners.get(platform)?.source.consent,
    read: async (platform, target, purpose) => {
      const desk = (target.accessToken === undefined ? open : owners).get(platform);
      if (desk === undefined) {
        if (owners.has(platform)) return failed("consent_required");
        throw new Error(`No source reads ${platform}`);
      }
      const key = target.platformUserId ?? target.handle;
      const outcome = await laneFor(desk, target, options).read(key, target, purpose);
      return outcome.status === "failed" ? { ...outcome, source: desk.source.id } : outcome;
    },
    health: () => desks.map(({ record, lanes }) => record.health([...lanes.values()])),
  };
}

function laneFor(
  { source, record, lanes }: Desk,
  target: SourceTarget,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): SourceLane {
  const name = source.bucketOf?.(target) ?? "";
  const known = lanes.get(name);
  const lane =
    known ??
    createSourceLane(source, clock, (key, outcome) => {
      record.note(key, outcome);
      if (needsALook(source, outcome)) {
        logger.warn({ source: source.id, failure: outcome.failure.kind }, "a source of numbers needs a look");
      }
    });
  lanes.delete(name);
  const oldest = lanes.keys().next();
  if (lanes.size >= lanesMax && oldest.done !== true) lanes.delete(oldest.value);
  lanes.set(name, lane);
  return lane;
}

/** An owner who takes consent back is no trouble of ours. */
const needsALook = (
  source: MetricSource,
  outcome: ReadingOutcome,
): outcome is Extract<ReadingOutcome, { status: "failed" }> =>
  outcome.status === "failed" &&
  (outcome.failure.kind === "schema_changed" ||
    (outcome.failure.kind === "auth_expired" && source.method !== "owner_oauth"));
