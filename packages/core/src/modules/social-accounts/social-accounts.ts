import type { Platform } from "@smplat/contracts/vocabulary";
import type { Config } from "#infrastructure/config";
import type { Database, Scope, Tx } from "#infrastructure/database";
import { type Subscription, subscribe } from "#infrastructure/events";
import { handleExternal, handleLocal, type JobHandler } from "#infrastructure/jobs";
import type { Logger } from "#infrastructure/logger";
import type { OutboundHttp } from "#infrastructure/outbound-http";
import type { SecretBox } from "#infrastructure/secrets";
import { type Actor, ownerOf } from "#kernel/actor";
import type { Clock } from "#kernel/clock";
import type { Page } from "#kernel/page";
import { customerSignedIn } from "#modules/customers";
import type { AccountConnection } from "./account-connection.ts";
import { deleteConnection, findConnectionRows } from "./account-connection-repository.ts";
import {
  type AttestationDraft,
  decideAttestation,
  expireAttestation,
  proposeAttestation,
  revokeAttestation,
} from "./attest-reading.ts";
import type { Attestation, AttestationState } from "./attestation.ts";
import { listAttestationRows } from "./attestation-repository.ts";
import type { HistoryEntry } from "./channel-history.ts";
import { connectAccount } from "./connect-account.ts";
import { type ChannelDiagnosis, diagnoseChannel } from "./diagnose-channel.ts";
import { listHistoryRows } from "./metric-history-repository.ts";
import { readAccount } from "./read-account.ts";
import { recordReading } from "./record-reading.ts";
import { revokeConnection } from "./revoke-connection.ts";
import type {
  MetricSnapshot,
  ReadingOutcome,
  ReadingPurpose,
  SocialAccount,
  ValidationResult,
} from "./social-account.ts";
import { channelNotFound } from "./social-account-errors.ts";
import { endAttestationJob, watchAccountJob } from "./social-account-jobs.ts";
import {
  findAccount,
  findAccountOfOwner,
  findAccounts,
  findLatestSnapshotRows,
  findSnapshotRows,
  listAccountsOfOwner,
  listSnapshotRows,
  updateOwnerOfAccounts,
} from "./social-account-repository.ts";
import { createChannelReader } from "./sources/channel-reader.ts";
import { createSources } from "./sources/create-sources.ts";
import type { ConsentTokens, OwnerConsent } from "./sources/source.ts";
import type { SourceHealth } from "./sources/source-health.ts";
import { validateAccount } from "./validate-account.ts";
import { watchAccount } from "./watch-account.ts";

/** Channels people gave us, and readings of them. */
export interface SocialAccounts {
  /**
   * Looks a channel up for the actor and keeps it. Calls the outside: never inside a transaction. Throws
   * `channel.handle-invalid`.
   */
  validate(scope: Scope, actor: Actor, input: { platform: Platform; handle: string }): Promise<ValidationResult>;
  /** An account whoever it belongs to, for modules above; null when there is none. */
  get(scope: Scope, accountId: string): Promise<SocialAccount | null>;
  findByIds(scope: Scope, accountIds: readonly string[]): Promise<SocialAccount[]>;
  /** The actor's own account, also one from before they signed in. Throws `channel.not-found`. */
  findOwned(scope: Scope, actor: Actor, accountId: string): Promise<SocialAccount>;
  /** The owner's own channels, newest first; 100 at most. */
  listOwned(scope: Scope, ownerId: string): Promise<SocialAccount[]>;
  /** The newest reading of each account that has one. One statement, whatever the length of their history. */
  findLatestSnapshots(scope: Scope, accountIds: readonly string[]): Promise<MetricSnapshot[]>;
  /** Whether a source reads this platform. */
  isMeasurable(platform: Platform): boolean;
  /**
   * Asks the platform now, within its limits. Calls the outside: no transaction may be open. Throws
   * `channel.not-found`.
   */
  read(accountId: string, purpose: ReadingPurpose): Promise<ReadingOutcome>;
  /** Stores what {@link read} brought; the snapshot, or null for a failure. */
  record(tx: Tx, accountId: string, outcome: ReadingOutcome): Promise<MetricSnapshot | null>;
  findSnapshots(scope: Scope, ids: readonly string[]): Promise<MetricSnapshot[]>;
  /** Readings in a stretch of business time, oldest first; the newest `limit` of them (500 when absent). */
  listSnapshots(
    scope: Scope,
    accountId: string,
    range: { from: Date; to: Date; limit?: number },
  ): Promise<MetricSnapshot[]>;
  /**
   * The whole history of an account, newest first: readings, and the reason of every one that is missing. Throws
   * `page.cursor-invalid`.
   */
  listReadings(
    scope: Scope,
    accountId: string,
    page: { readonly cursor?: string | null; readonly limit: number },
  ): Promise<Page<HistoryEntry>>;
  /**
   * One look at any channel, in full, for staff. Stores nothing. Calls the outside: never inside a transaction. Throws
   * `channel.handle-invalid`.
   */
  diagnose(scope: Scope, input: { platform: Platform; handle: string }): Promise<ChannelDiagnosis>;
  /**
   * Enters counts in place of readings that can't be taken; they count once a colleague confirmed them. Throws
   * `auth.forbidden`, `channel.handle-invalid`, `attestation.invalid`.
   */
  proposeAttestation(scope: Scope, actor: Actor, draft: AttestationDraft): Promise<Attestation>;
  /**
   * Throws `auth.forbidden`, `attestation.not-found`, `attestation.own-review`, `attestation.decided`,
   * `attestation.invalid`.
   */
  decideAttestation(
    scope: Scope,
    actor: Actor,
    request: { id: string; decision: "confirm" | "decline" },
  ): Promise<Attestation>;
  /** Ends one before its time. Throws `auth.forbidden`, `attestation.not-found`, `attestation.decided`. */
  revokeAttestation(scope: Scope, actor: Actor, request: { id: string; reason: string }): Promise<Attestation>;
  /** Newest first. Throws `page.cursor-invalid`. */
  listAttestations(
    scope: Scope,
    request: { state?: AttestationState; cursor?: string | null; limit: number },
  ): Promise<Page<Attestation>>;
  /** Every configured source, as this process has seen it since it started. */
  listSources(): SourceHealth[];
  /** How an owner of a channel there lets us read it; undefined where no such source is configured. */
  consentFor(platform: Platform): OwnerConsent | undefined;
  /**
   * Keeps the owner's consent to an account, sealed and write-only, in place of an earlier one. Readings use it first
   * and renew it by themselves; once the platform refuses it, it is `expired` and `social-accounts.connection-expired`
   * is published. Whether the consent was given for this very channel is the caller's to check.
   */
  saveConnection(tx: Tx, accountId: string, tokens: ConsentTokens): Promise<void>;
  /** Forgets the owner's consent; false when there was none. Telling the platform is `revokeConnection`'s. */
  dropConnection(tx: Tx, accountId: string): Promise<boolean>;
  /** Asks the platform to end the consent. Calls the outside: no transaction may be open; false when it could not be told. */
  revokeConnection(accountId: string): Promise<boolean>;
  findConnections(scope: Scope, accountIds: readonly string[]): Promise<AccountConnection[]>;
  readonly jobs: readonly JobHandler[];
  readonly subscriptions: readonly Subscription[];
}

export interface SocialAccountsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly outboundHttp: OutboundHttp;
  readonly secrets: SecretBox;
  readonly sources: Config["sources"];
}

export function createSocialAccounts(deps: SocialAccountsDeps): SocialAccounts {
  const reader = createChannelReader({
    sources: createSources({ ...deps, http: deps.outboundHttp }),
    clock: deps.clock,
    logger: deps.logger,
  });
  const reading = { ...deps, reader };
  return {
    validate: (scope, actor, input) => validateAccount(reading, scope, actor, input),
    get: findAccount,
    findByIds: findAccounts,
    findOwned: async (scope, actor, accountId) => {
      const ownerId = ownerOf(actor);
      const account = ownerId === null ? null : await findAccountOfOwner(scope, ownerId, accountId);
      if (account === null) throw channelNotFound(accountId);
      return account;
    },
    listOwned: (scope, ownerId) => listAccountsOfOwner(scope, ownerId, 100),
    findLatestSnapshots: findLatestSnapshotRows,
    isMeasurable: (platform) => reader.isMeasurable(platform),
    read: async (accountId, purpose) => {
      const account = await findAccount(deps.database, accountId);
      if (account === null) throw channelNotFound(accountId);
      return readAccount(reading, account, purpose);
    },
    record: (tx, accountId, outcome) => recordReading(deps, tx, accountId, outcome),
    findSnapshots: findSnapshotRows,
    listSnapshots: (scope, accountId, range) => listSnapshotRows(scope, accountId, { limit: 500, ...range }),
    listReadings: listHistoryRows,
    diagnose: (scope, input) => diagnoseChannel({ reader }, scope, input),
    proposeAttestation: (scope, actor, draft) => proposeAttestation(deps, scope, actor, draft),
    decideAttestation: (scope, actor, request) => decideAttestation(deps, scope, actor, request),
    revokeAttestation: (scope, actor, request) => revokeAttestation(deps, scope, actor, request),
    listAttestations: listAttestationRows,
    listSources: () => reader.health(),
    consentFor: (platform) => reader.consentFor(platform),
    saveConnection: (tx, accountId, tokens) => connectAccount(deps, tx, accountId, tokens),
    dropConnection: deleteConnection,
    revokeConnection: (accountId) => revokeConnection(reading, accountId),
    findConnections: findConnectionRows,
    jobs: [
      handleExternal(watchAccountJob, (run, payload) => watchAccount(reading, run, payload)),
      handleLocal(endAttestationJob, (tx, { attestationId }) => expireAttestation(deps, tx, attestationId)),
    ],
    subscriptions: [
      subscribe(customerSignedIn, "social-accounts.reassign", async (tx, { payload }) => {
        if (payload.guestOwnerId !== null) await updateOwnerOfAccounts(tx, payload.guestOwnerId, payload.customerId);
      }),
    ],
  };
}
